package orrery.files;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;

/** A process that begins a file, says so, and then never ends by itself. */
final class UnfinishedWriter {
    private UnfinishedWriter() {}

    public static void main(String[] args) throws Exception {
        try (PartFile part = PartFile.of(Path.of(args[0]), -1)) {
            part.channel().write(ByteBuffer.wrap(new byte[1000]));
            System.out.println(part.path());
            System.out.flush();
            try (OutputStream out = Channels.newOutputStream(part.channel())) {
                while (true) {
                    out.write(new byte[10]);
                    Thread.sleep(1);
                }
            }
        }
    }
}
