package orrery.ui.shell;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures the start: with {@code -Dorrery.firstFrame=true} the window prints how long after the start of its virtual
 * machine the first picture of the sky appeared, and closes. Also the training run of the image's AOT cache.
 */
final class FirstFrame extends AnimationTimer {
    static final String PROPERTY = "orrery.firstFrame";

    private final BooleanSupplier showing;
    private int pulses;

    FirstFrame(BooleanSupplier showing) {
        this.showing = showing;
    }

    @Override
    public void handle(long now) {
        // What is set in one pulse is on the screen when the next one begins.
        if (showing.getAsBoolean() && ++pulses == 2) {
            stop();
            // Not from ProcessHandle's start time: that is based on the system's boot time, in whole seconds.
            System.out.printf(
                    "first frame %d ms after the start of the virtual machine%n",
                    ManagementFactory.getRuntimeMXBean().getUptime());
            Platform.exit();
        }
    }
}
