package orrery.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.forge.RawSegment;
import orrery.forge.StateRows;
import orrery.forge.StatesSegment;
import orrery.math.Counted;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * One trajectory of states during reading, checked state by state; then the segment made from it. For use by one
 * thread.
 */
final class Track {
    /** Epochs this close to an even step count as on it: at 10 km/s a tenth of a millimeter. */
    private static final double EVEN = 1e-8;

    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 3);

    private final TrackHead head;
    private final StateSpool spool;
    private long repeated;

    Track(TrackHead head, StateSpool spool) {
        this.head = head;
        this.spool = spool;
    }

    /**
     * Adds a state.
     *
     * @param when its epoch; for the part that a double cannot represent, the body is moved along its velocity
     * @param state km, km/s; rotated in place
     * @throws BadInputException if it does not follow the previous state, or is not finite
     */
    void add(Path file, long line, FileClock.Moment when, double[] state) throws IOException {
        if (head.target() == head.center()) {
            throw BadInputException.at(
                    file, line, Bodies.label(head.target()), "relative to itself", "name another body or center");
        }
        double et = when.et();
        for (double number : state) {
            if (!(Math.abs(number) <= Double.MAX_VALUE)) {
                throw BadInputException.at(
                        file, line, "a number that is not finite", "in the state", "remove that line");
            }
        }
        if (head.velocities()) {
            for (int i = 0; i < 3; i++) {
                state[i] -= when.rest() * state[i + 3];
                state[i + 3] *= when.rate();
            }
        }
        head.frame().turn().turn(et, state);
        if (spool.count() > 0 && !(et > spool.lastEt())) {
            if (et == spool.lastEt() && spool.repeats(state)) {
                repeated++;
                return;
            }
            if (et == spool.lastEt()) {
                throw BadInputException.at(
                        file,
                        line,
                        "a second state at " + DATE.format(et),
                        "that differs from the first",
                        "keep one state per epoch, or begin a new segment");
            }
            throw BadInputException.at(
                    file,
                    line,
                    DATE.format(et) + " follows " + DATE.format(spool.lastEt()),
                    "instead of a later epoch",
                    "sort the states by epoch, or begin a new segment");
        }
        spool.add(et, state);
    }

    /** Completes the trajectory and describes it. */
    void end(Path file, Findings findings) throws IOException {
        spool.written();
        long n = spool.count();
        if (n < 2) {
            throw BadInputException.at(
                    file,
                    head.line(),
                    n == 0 ? "no state" : "a single state",
                    "in this trajectory, which needs two or more",
                    "remove it, or find its states");
        }
        if (start() >= end()) {
            throw BadInputException.at(
                    file,
                    head.line(),
                    "a usable span, " + DATE.format(Math.max(head.from(), spool.et(0))) + " to "
                            + DATE.format(Math.min(head.to(), spool.et(n - 1))) + ",",
                    "that begins after it ends, for states from " + DATE.format(spool.et(0)) + " to "
                            + DATE.format(spool.et(n - 1)),
                    "correct USEABLE_START_TIME and USEABLE_STOP_TIME");
        }
        StatesSegment segment = segment();
        Interpolation how = interpolation();
        findings.understood(String.format(
                Locale.ROOT,
                "%s: %s relative to %s, %s, %,d states, %s to %s, type %d (%s, degree %d%s)",
                head.object(),
                Bodies.label(head.target()),
                Bodies.label(head.center()),
                ImportedFrame.name(head.frame().id()),
                n,
                DATE.format(start()),
                DATE.format(end()),
                segment.type(),
                how.hermite() ? "Hermite" : "Lagrange",
                how.degreeOf(segment.window()),
                head.interpolation().isPresent() ? "" : ", the default"));
        head.interpolation()
                .filter(declared -> declared.degree() != declared.degreeOf(segment.window()))
                .ifPresent(declared -> findings.ignored(
                        "a degree of " + declared.degree() + " is replaced by " + declared.degreeOf(segment.window())
                                + (declared.window(Long.MAX_VALUE) > n
                                        ? ": there are " + n + " states"
                                        : ": SPK uses odd degrees from 3 for Hermite, and none above 27")));
        if (!head.velocities()) {
            findings.understood("velocities, which the file does not give, are the derivative of the interpolation");
        }
        if (repeated > 0) {
            findings.ignored(Counted.of(repeated, "state that repeats", "states that repeat") + " the previous one");
        }
    }

    private double start() throws IOException {
        return Math.max(head.from(), spool.et(0));
    }

    private double end() throws IOException {
        return Math.min(head.to(), spool.et(spool.count() - 1));
    }

    /** Positions alone are interpolated by Lagrange's polynomials. */
    private Interpolation interpolation() {
        Interpolation wanted = head.interpolation().orElse(Interpolation.USUAL);
        return head.velocities() ? wanted : new Interpolation(false, wanted.degree());
    }

    StatesSegment segment() throws IOException {
        Interpolation how = interpolation();
        int window = how.window(spool.count());
        StateRows rows = head.velocities() ? spool : new DerivedVelocities(spool, window);
        return new StatesSegment(
                head.target(),
                head.center(),
                head.frame().id(),
                how.type(isEven()),
                start(),
                end(),
                RawSegment.nameOf(head.object()),
                window,
                rows);
    }

    /** Whether the epochs are at even steps, to the precision of a double. */
    private boolean isEven() throws IOException {
        long n = spool.count();
        double first = spool.et(0);
        double step = (spool.et(n - 1) - first) / (n - 1);
        for (long i = 1; i < n; i++) {
            if (!(Math.abs(first + i * step - spool.et(i)) <= EVEN)) {
                return false;
            }
        }
        return true;
    }
}
