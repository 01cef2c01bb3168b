package orrery.ui.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings to their file in the background, the newest last; a closing window waits for its last write.
 * Thread-safe.
 */
final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger("orrery.settings");

    private final Path file;
    private final AtomicReference<@Nullable Settings> wanted = new AtomicReference<>();
    private final Object writing = new Object();
    private Settings kept;
    private boolean reported;

    /**
     * @param file their path
     * @param kept the contents of the file
     */
    SettingsFile(Path file, Settings kept) {
        this.file = file;
        this.kept = kept;
    }

    /** Saves settings; returns immediately. */
    void keep(Settings settings) {
        if (wanted.getAndSet(settings) == null) {
            Thread.ofVirtual().name("orrery-settings").start(this::write);
        }
    }

    private void write() {
        synchronized (writing) {
            Settings newest = wanted.getAndSet(null);
            if (newest == null || newest.equals(kept)) {
                return;
            }
            try {
                newest.save(file);
                reported = false;
            } catch (IOException e) {
                // A window that cannot save its settings is still usable; it reports that once, and tries again after
                // the next change, not every few seconds.
                if (!reported) {
                    LOG.log(Logger.Level.WARNING, Fxml.WORDS.get("settings.unkept", file));
                    LOG.log(Logger.Level.DEBUG, "why settings cannot be saved", e);
                }
                reported = true;
            }
            kept = newest;
        }
    }

    @Override
    public void close() {
        write();
    }
}
