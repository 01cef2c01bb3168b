package orrery.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleFunction;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * An invented solar system on circles, as a kernel: Sun, Earth and Moon, Mars and Jupiter, laid out like a DE kernel.
 * Its states are known in closed form, to about a meter.
 */
public final class SmallSky {
    public static final double AU = 149_597_870.7;
    public static final double YEAR = 365.25 * 86400;
    /** Ten years from J2000. */
    public static final double START = 0;

    public static final double END = 10 * YEAR;

    private static final int DEGREE = 14;
    private static final double GRANULE = 8 * 86400;

    private SmallSky() {}

    /** Writes the kernel with the bodies from {@code START} to {@code END}. */
    public static Path write(Path file) throws IOException {
        return write(file, START, END);
    }

    /** Writes the kernel over another span. */
    public static Path write(Path file, double start, double end) throws IOException {
        return write(file, start, end, start, end);
    }

    /** Writes the kernel over another span, with Mars over a shorter one. */
    public static Path write(Path file, double start, double end, double marsStart, double marsEnd) throws IOException {
        SpkWriter.littleEndian()
                .internalName("A small sky")
                .comment("Circles, for tests.")
                .add(ChebyshevLayout.zero(10, 0, 1, start, end, "Sun"))
                .add(circle(3, 0, AU, YEAR, start, end))
                .add(circle(4, 0, 1.5 * AU, 1.9 * YEAR, marsStart, marsEnd))
                .add(circle(5, 0, 5.2 * AU, 11.9 * YEAR, start, end))
                .add(circle(301, 3, 380_000, 27.3 * 86400, start, end))
                .add(ChebyshevLayout.zero(399, 3, 1, start, end, "Earth"))
                .write(file);
        return file;
    }

    /** Writes Sun, Earth and Moon's barycenter, and Mars on a circle that is larger by this many km. */
    public static Path shifted(Path file, double start, double end, double km) throws IOException {
        SpkWriter.littleEndian()
                .internalName("A small sky")
                .comment("Circles, for tests; that of Mars is larger.")
                .add(ChebyshevLayout.zero(10, 0, 1, start, end, "Sun"))
                .add(circle(3, 0, AU, YEAR, start, end))
                .add(circle(4, 0, 1.5 * AU + km, 1.9 * YEAR, start, end))
                .write(file);
        return file;
    }

    /** The position of one of these bodies relative to its center: km, ICRF. */
    public static double[] place(double radius, double period, double et) {
        double angle = 2 * Math.PI * et / period;
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle), 0.1 * radius * Math.sin(angle)};
    }

    /** A body on such a circle. */
    public static RawSegment circle(int target, int center, double radius, double period, double start, double end) {
        int granules = (int) Math.ceil((end - start) / GRANULE);
        double[][][] coefficients = new double[granules][3][];
        for (int g = 0; g < granules; g++) {
            double middle = start + (g + 0.5) * GRANULE;
            for (int axis = 0; axis < 3; axis++) {
                int k = axis;
                coefficients[g][axis] = fit(s -> place(radius, period, middle + s * GRANULE / 2)[k]);
            }
        }
        return new ChebyshevLayout(start, GRANULE, coefficients).type2(target, center, 1, start, end, "circle");
    }

    /** Chebyshev coefficients by interpolation at the Chebyshev nodes. */
    private static double[] fit(DoubleFunction<Double> f) {
        int n = DEGREE + 1;
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            double theta = Math.PI * (i + 0.5) / n;
            double value = f.apply(Math.cos(theta));
            for (int j = 0; j < n; j++) {
                c[j] += (j == 0 ? 1.0 : 2.0) / n * value * Math.cos(j * theta);
            }
        }
        return c;
    }
}
