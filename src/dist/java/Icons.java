import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the program's pictures of {@code assets/icons} into the files in which Windows and macOS have an icon's sizes
 * together. Both hold PNG as it is.
 *
 * <p>Usage: {@code java Icons.java BASEDIR FOLDER} writes {@code orrery.ico} and {@code orrery.icns}.
 */
final class Icons {
    private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};

    /** Apple's types of an entry that take PNG, and the size of each in pixels. */
    private static final Map<String, Integer> MAC = new LinkedHashMap<>();

    static {
        MAC.put("ic11", 32);
        MAC.put("ic12", 64);
        MAC.put("ic07", 128);
        MAC.put("ic08", 256);
        MAC.put("ic09", 512);
    }

    private Icons() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        Files.write(folder.resolve("orrery.ico"), windows(Path.of(args[0])));
        Files.write(folder.resolve("orrery.icns"), mac(Path.of(args[0])));
    }

    private static byte[] png(Path base, int size) throws IOException {
        return Files.readAllBytes(base.resolve("assets/icons/orrery-" + size + ".png"));
    }

    /** A directory of entries of 16 bytes, little-endian, followed by the pictures. */
    static byte[] windows(Path base) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        int length = 6 + 16 * WINDOWS.length;
        for (int size : WINDOWS) {
            byte[] picture = png(base, size);
            pictures.add(picture);
            length += picture.length;
        }
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        int at = 6 + 16 * WINDOWS.length;
        for (int i = 0; i < WINDOWS.length; i++) {
            // 256 is written as 0.
            byte side = (byte) WINDOWS[i];
            file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(at);
            at += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    /** Entries one after another, each with its type and its length, big-endian. */
    static byte[] mac(Path base) throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> entry : MAC.entrySet()) {
            byte[] picture = png(base, entry.getValue());
            entries.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            entries.write(ByteBuffer.allocate(4).putInt(8 + picture.length).array());
            entries.write(picture);
        }
        return ByteBuffer.allocate(8 + entries.size())
                .put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + entries.size())
                .put(entries.toByteArray())
                .array();
    }
}
