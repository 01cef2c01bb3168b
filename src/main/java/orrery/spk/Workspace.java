package orrery.spk;

import org.jspecify.annotations.Nullable;
import orrery.math.TwoBody;

/**
 * Scratch for the data types whose evaluation needs more than registers, so that a query allocates nothing.
 *
 * <p>Not thread-safe: one per thread, handed to {@link Segment#state}. What it holds has no meaning between calls.
 */
public final class Workspace {
    final TwoBody twoBody = new TwoBody();
    final EarthEquator equator = new EarthEquator();

    /** Made when first asked for: few threads meet satellites. */
    private @Nullable SatelliteSetups satellites;

    private double[] doubles = new double[256];

    /** Scratch for one thread. */
    public Workspace() {}

    SatelliteSetups satellites() {
        SatelliteSetups made = satellites;
        if (made == null) {
            made = new SatelliteSetups();
            satellites = made;
        }
        return made;
    }

    /** At least {@code count} doubles of undefined content; grows once and stays. */
    double[] doubles(int count) {
        if (doubles.length < count) {
            doubles = new double[Math.max(count, doubles.length * 2)];
        }
        return doubles;
    }
}
