package orrery.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.spk.NaifIds;

/** Writes blocks of states in one format. For use by one thread. */
abstract class TrajectoryWriter {
    /**
     * A block, as writers see it.
     *
     * @param block the part of the export
     * @param done the measured outcome
     * @param frame name of the frame
     * @param clock clock of its dates
     */
    record Head(ExportPiece block, ExportedBlock done, String frame, FileClock clock) {
        String object() {
            return Bodies.name(block.target());
        }

        /** As CCSDS (SANA's registry of orbit centers) names it; NAIF's number where that has no name. */
        String centerName() {
            int center = block.center();
            return switch (center) {
                case NaifIds.SOLAR_SYSTEM_BARYCENTER -> "SOLAR SYSTEM BARYCENTER";
                case NaifIds.EARTH_BARYCENTER -> "EARTH BARYCENTER";
                default ->
                    !Bodies.of(center).isNamed()
                            ? Integer.toString(center)
                            : Bodies.name(center).toUpperCase(Locale.ROOT).replace("(BARYCENTER)", "BARYCENTER");
            };
        }

        /** Its remarks for comments. */
        List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes.add(Bodies.label(block.target()) + " relative to " + Bodies.label(block.center()) + ", from");
            block.sources().forEach(source -> notes.add("  " + source));
            notes.add(String.format(
                    Locale.ROOT,
                    "%s interpolation of degree %d stays within %.3g km and %.3g km/s of it between the states",
                    done.method(),
                    done.degree(),
                    done.bound(),
                    done.speed()));
            return notes;
        }
    }

    final Writer out;

    TrajectoryWriter(Writer out) {
        this.out = out;
    }

    /** Converts to the exact date, and to velocities per second of its clock: what {@link Track} undoes. */
    static void asRead(FileClock.Moment when, double[] state) {
        for (int i = 0; i < 3; i++) {
            state[i] += when.rest() * state[i + 3];
            state[i + 3] /= when.rate();
        }
    }

    final void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    abstract void begin(String created) throws IOException;

    /**
     * Begins a block.
     *
     * @param first date of the first state
     * @param last date of the last state
     */
    abstract void block(Head head, String first, String last) throws IOException;

    /**
     * Writes a state.
     *
     * @param date in the block's clock
     * @param when that date as a reader will see it
     * @param state at the double of that epoch, km and km per second of TDB; may be modified
     */
    abstract void state(String date, FileClock.Moment when, double[] state) throws IOException;

    void endBlock() throws IOException {}

    void end() throws IOException {}
}
