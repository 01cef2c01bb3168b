package orrery.testing;

import java.io.IOException;
import java.nio.file.Path;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.math.Constants;

/** A kernel of many bodies about the Sun: from 2 to 4.5 au, on circles that lean a little, for twenty years. */
public final class CrowdKernel {
    /** The first body. */
    public static final int FIRST = 2_100_000;

    /** Seconds. */
    private static final double HALF = 3.2e8;

    /** km^3/s^2, roughly. */
    private static final double SUN_GM = 1.327e11;

    private CrowdKernel() {}

    /**
     * Writes it.
     *
     * @param middle of the span, TDB seconds past J2000
     * @param bodies how many, numbered from {@link #FIRST}
     * @return the file
     */
    public static Path write(Path file, double middle, int bodies) throws IOException {
        double start = middle - HALF;
        double end = middle + HALF;
        int granules = 24;
        double length = (end - start) / granules;
        SpkWriter writer = SpkWriter.littleEndian().internalName("crowd");
        for (int body = 0; body < bodies; body++) {
            double radius = Constants.AU * (2 + 2.5 * ((body * 0.6180339887) % 1));
            double rate = Math.sqrt(SUN_GM / (radius * radius * radius));
            double lean = 0.12 * Math.sin(body);
            double[][][] sets = new double[granules][3][3];
            for (int g = 0; g < granules; g++) {
                double angle = body * 2.4 + rate * (start + (g + 0.5) * length);
                double half = rate * length / 2;
                sets[g][0] = new double[] {radius * Math.cos(angle), -radius * half * Math.sin(angle), 0};
                sets[g][1] = new double[] {radius * Math.sin(angle), radius * half * Math.cos(angle), 0};
                sets[g][2] = new double[] {radius * lean * Math.sin(angle), radius * lean * half * Math.cos(angle), 0};
            }
            writer.add(new ChebyshevLayout(start, length, sets).type2(FIRST + body, 10, 1, start, end, "crowd"));
        }
        writer.write(file);
        return file;
    }
}
