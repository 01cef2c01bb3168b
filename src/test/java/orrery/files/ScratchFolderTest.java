package orrery.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    private Path folder;

    @Test
    void whatAThreadPutsIntoItWhileItIsRemovedDoesNotStay() throws Exception {
        ScratchFolder scratch = ScratchFolder.beside(folder.resolve("frames"));
        CountDownLatch begun = new CountDownLatch(100);
        AtomicBoolean removed = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; !removed.get(); i++) {
                    Files.createFile(scratch.path().resolve(Integer.toString(i)));
                    begun.countDown();
                }
            } catch (IOException _) {
                // The folder is gone.
            }
        });
        begun.await();
        // What the end of the program does, unlike the owner's close, which waits for its threads.
        ScratchFolder.remove(scratch.path());
        removed.set(true);
        writer.join();
        assertThat(folder).isEmptyDirectory();
        scratch.close();
    }
}
