package orrery.binding;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.spk.KernelException;

/**
 * How long a call to open takes once the program is warm: every file in the given folders, sound or not, is opened and
 * closed repeatedly, and so is the first sound one extended to 3 GiB by a hole at its end. The exit status is 1 if any
 * median is over 100 ms.
 */
public final class OpenTable {
    private static final int WARM = 20;
    private static final int ROUNDS = 30;
    private static final double BOUND = 100;

    private OpenTable() {}

    public static void main(String[] args) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : args) {
            try (Stream<Path> inside = Files.list(Path.of(folder))) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        for (int round = 0; round < WARM; round++) {
            files.forEach(OpenTable::millis);
        }
        Path huge = Files.createTempFile("orrery-3gib-", ".bsp");
        boolean held = true;
        try {
            for (Path file : files) {
                if (refusal(file) == null) {
                    Files.write(huge, Files.readAllBytes(file));
                    try (RandomAccessFile hole = new RandomAccessFile(huge.toFile(), "rw")) {
                        hole.setLength(3L << 30);
                    }
                    files.add(huge);
                    break;
                }
            }
            System.out.println("| file | bytes | median ms | worst ms | answer |");
            System.out.println("|---|---:|---:|---:|---|");
            for (Path file : files) {
                double[] millis = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    millis[round] = millis(file);
                }
                Arrays.sort(millis);
                double median = millis[ROUNDS / 2];
                held &= median <= BOUND;
                KernelException refusal = refusal(file);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.2f | %.2f | %s |%n",
                        file.equals(huge) ? "the first sound one, 3 GiB" : file.getFileName(),
                        Files.size(file),
                        median,
                        millis[ROUNDS - 1],
                        refusal == null ? "loaded" : refusal.getClass().getSimpleName());
            }
        } finally {
            Files.delete(huge);
        }
        System.out.println(held ? "Every median is within " + BOUND + " ms." : "A median is over " + BOUND + " ms.");
        System.exit(held ? 0 : 1);
    }

    private static double millis(Path file) {
        long began = System.nanoTime();
        refusal(file);
        return (System.nanoTime() - began) / 1e6;
    }

    private static @Nullable KernelException refusal(Path file) {
        try (KernelHandle _ = new KernelRegistry().open(file)) {
            return null;
        } catch (KernelException e) {
            return e;
        }
    }
}
