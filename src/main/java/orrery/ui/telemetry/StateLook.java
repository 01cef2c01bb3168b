package orrery.ui.telemetry;

import javafx.scene.paint.Color;
import orrery.telemetry.JvmState;
import orrery.telemetry.WorkState;
import orrery.ui.fx.Palette;

/** The appearance of a state in a lane: a color and a pattern, so that states are not distinguished by color alone. */
enum StateLook {
    SOLID,
    HATCHED,
    CROSSED,
    DOTTED,
    THIN,
    NOTHING;

    /** Whether the pattern sets this pixel; {@code y} counts from the top of the band, {@code height} is the band's. */
    boolean sets(int x, int y, int height) {
        return switch (this) {
            case SOLID -> true;
            case HATCHED -> ((x + y) & 3) < 2;
            case CROSSED -> ((x + y) & 3) == 0 || ((x - y) & 3) == 0;
            case DOTTED -> (x & 3) == 0 && (y & 1) == 0;
            case THIN -> y == height / 2;
            case NOTHING -> false;
        };
    }

    static StateLook of(WorkState state) {
        return switch (state) {
            case QUERYING -> SOLID;
            case CHECKING -> CROSSED;
            case AT_BARRIER -> HATCHED;
            case PACING -> DOTTED;
            case IDLE -> THIN;
            case FAILED -> SOLID;
            case FINISHED -> NOTHING;
        };
    }

    static Color color(WorkState state, Palette palette) {
        return switch (state) {
            case QUERYING -> palette.running();
            case CHECKING -> palette.proven();
            case AT_BARRIER -> palette.sun();
            case FAILED -> palette.refuted();
            case PACING, IDLE, FINISHED -> palette.none();
        };
    }

    static StateLook of(JvmState state) {
        return switch (state) {
            case RUNNABLE -> SOLID;
            case BLOCKED -> CROSSED;
            case WAITING -> HATCHED;
            case PARKED -> DOTTED;
            case SLEEPING, WAITING_SOMEHOW -> THIN;
            case NEW, TERMINATED -> NOTHING;
        };
    }

    static Color color(JvmState state, Palette palette) {
        return switch (state) {
            case RUNNABLE -> palette.running();
            case BLOCKED -> palette.refuted();
            case WAITING, PARKED, SLEEPING, WAITING_SOMEHOW, NEW, TERMINATED -> palette.none();
        };
    }
}
