package orrery.ui.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import orrery.ui.kernels.Notice;

/**
 * Handles uncaught exceptions, on the JavaFX thread or another: each is reported once above the time bar, its stack
 * trace goes to standard error once (a lack of memory only says so there), and the window continues. One that repeats,
 * as from a pulse, is not reported again.
 *
 * <p>Thread-safe.
 */
final class FaultNotice implements Thread.UncaughtExceptionHandler {
    /** The most different faults reported: the first ones are the cause. */
    private static final int MOST = 50;

    private final Consumer<Notice> say;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param say shows a message in the window; called on the JavaFX thread */
    FaultNotice(Consumer<Notice> say) {
        this.say = say;
    }

    /** Handles uncaught exceptions on this thread, and on all threads without their own handler. */
    void install() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (known.size() >= MOST || !known.add(place(fault))) {
            return;
        }
        // Where memory ran out says nothing about why: the sentence with the cure is all there is to tell.
        boolean memory = fault instanceof OutOfMemoryError;
        String text = Fxml.WORDS.get(
                memory ? "fault.memory" : "fault.any", fault.getClass().getSimpleName(), thread.getName());
        if (memory) {
            System.err.println(text);
        } else {
            fault.printStackTrace();
        }
        if (Platform.isFxApplicationThread()) {
            say.accept(new Notice(text, true));
        } else {
            Platform.runLater(() -> say.accept(new Notice(text, true)));
        }
    }

    /** What distinguishes one fault from another: its type, and where it was thrown. */
    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
    }
}
