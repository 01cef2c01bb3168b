package orrery.ui.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import orrery.ui.kernels.Notice;

/**
 * What becomes of an exception that nobody caught, on the JavaFX thread or another: it is told once above the time bar, its
 * trace goes to standard error once, and the window goes on. One that comes again and again, as from a pulse, is not told
 * again.
 *
 * <p>Thread-safe.
 */
final class FaultNotice implements Thread.UncaughtExceptionHandler {
    /** Of so many different ones the rest is not told: the first are the cause. */
    private static final int MOST = 50;

    private final Consumer<Notice> say;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param say says something in the window; called on the JavaFX thread */
    FaultNotice(Consumer<Notice> say) {
        this.say = say;
    }

    /** Handles what nobody catches on this thread, and on all that have no handler of their own. */
    void install() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (known.size() >= MOST || !known.add(place(fault))) {
            return;
        }
        fault.printStackTrace();
        String text = Fxml.WORDS.get(
                fault instanceof OutOfMemoryError ? "fault.memory" : "fault.any",
                fault.getClass().getSimpleName(),
                thread.getName());
        if (Platform.isFxApplicationThread()) {
            say.accept(new Notice(text, true));
        } else {
            Platform.runLater(() -> say.accept(new Notice(text, true)));
        }
    }

    /** What tells one fault from another: its kind, and where it was thrown. */
    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
    }
}
