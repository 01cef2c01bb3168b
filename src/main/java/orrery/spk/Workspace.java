package orrery.spk;

import org.jspecify.annotations.Nullable;
import orrery.math.TwoBody;

/**
 * Scratch for the data types whose evaluation needs more than registers, so queries allocate nothing.
 *
 * <p>Not thread-safe: use one per thread, and pass it to {@link Segment#state}. Its content has no meaning between
 * calls.
 */
public final class Workspace {
    final TwoBody twoBody = new TwoBody();
    final EarthEquator equator = new EarthEquator();

    /** Made on first use: few threads deal with satellites. */
    private @Nullable SatelliteSetups satellites;

    private double[] doubles = new double[256];

    /** Makes scratch for one thread. */
    public Workspace() {}

    SatelliteSetups satellites() {
        SatelliteSetups made = satellites;
        if (made == null) {
            made = new SatelliteSetups();
            satellites = made;
        }
        return made;
    }

    /** At least {@code count} doubles with undefined content; the array grows and is then kept. */
    double[] doubles(int count) {
        if (doubles.length < count) {
            doubles = new double[Math.max(count, doubles.length * 2)];
        }
        return doubles;
    }
}
