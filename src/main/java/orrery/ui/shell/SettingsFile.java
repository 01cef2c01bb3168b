package orrery.ui.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings to their file in the background, the newest last; a window that closes waits for its last. Thread-safe.
 */
final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger("orrery.settings");

    private final Path file;
    private final AtomicReference<@Nullable Settings> wanted = new AtomicReference<>();
    private final Object writing = new Object();
    private Settings kept;
    private boolean said;

    /**
     * @param file where they are kept
     * @param kept what stands there
     */
    SettingsFile(Path file, Settings kept) {
        this.file = file;
        this.kept = kept;
    }

    /** Keeps settings; returns at once. */
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
                said = false;
            } catch (IOException e) {
                // A window that cannot keep its settings is still a window; it says so once, and tries again with
                // the next choice, not every few seconds.
                if (!said) {
                    LOG.log(Logger.Level.WARNING, Fxml.WORDS.get("settings.unkept", file));
                    LOG.log(Logger.Level.DEBUG, "why settings are not kept", e);
                }
                said = true;
            }
            kept = newest;
        }
    }

    @Override
    public void close() {
        write();
    }
}
