package orrery.frames;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import orrery.math.StateRotation;
import orrery.math.Vectors;

/**
 * A frame fixed relative to another by a text kernel: by matrix, angles or quaternion (SPICE: {@code TKFRAM}, in its
 * order of operations; Frames Required Reading, "TK frames").
 */
final class FixedRotation implements FrameRotation {
    /** One radian, and one of each other unit, in degrees. */
    private static final Map<String, Double> UNITS = Map.of(
            "RADIANS", 180 / Math.PI,
            "DEGREES", 1.0,
            "ARCMINUTES", 1.0 / 60,
            "ARCSECONDS", 1.0 / 3600,
            "HOURANGLE", 15.0,
            "MINUTEANGLE", 0.25,
            "SECONDANGLE", 1.0 / 240);

    private final int base;
    private final double[] rotation;
    private final String source;

    private FixedRotation(int base, double[] rotation, String source) {
        this.base = base;
        this.rotation = rotation;
        this.source = source;
    }

    /**
     * Reads the definition.
     *
     * @throws TextKernelException if it is incomplete or incorrect
     */
    static FixedRotation read(FrameDefinitions definitions, ReferenceFrame frame) {
        KernelVariable spec = definitions.needed(frame, "TKFRAME_", "SPEC", "MATRIX, ANGLES or QUATERNION");
        KernelVariable relative = definitions.needed(frame, "TKFRAME_", "RELATIVE", "the name of a frame");
        ReferenceFrame parent = definitions
                .find(relative.text())
                .orElseThrow(() -> relative.wrong(
                        "is '" + relative.text() + "', which is not a known frame",
                        "Load the frame kernel that defines it, or correct the name."));
        if (parent.id() == frame.id()) {
            throw relative.wrong("names the frame itself", "Correct the file.");
        }
        double[] rotation = switch (spec.text().toUpperCase(Locale.ROOT)) {
            case "MATRIX" -> matrix(definitions.needed(frame, "TKFRAME_", "MATRIX", "9 numbers"));
            case "ANGLES" -> angles(definitions, frame);
            case "QUATERNION" -> quaternion(definitions.needed(frame, "TKFRAME_", "Q", "4 numbers"));
            default ->
                throw spec.wrong(
                        "is '" + spec.text() + "'; MATRIX, ANGLES or QUATERNION expected", "Correct the file.");
        };
        return new FixedRotation(parent.id(), rotation, spec.file());
    }

    /** Nine numbers column by column, sharpened to a rotation as {@code SHARPR} does. */
    private static double[] matrix(KernelVariable variable) {
        double[] m = variable.numbers(9);
        double[] x = {m[0], m[1], m[2]};
        double[] y = {m[3], m[4], m[5]};
        double[] given = y.clone();
        double[] z = {m[6], m[7], m[8]};
        Vectors.hat(x, 0, x, 0);
        double[] third = unitCross(x, y);
        y = unitCross(third, x);
        if (Vectors.dot(y, 0, given, 0) < 0) {
            negate(y);
        }
        if (Vectors.dot(third, 0, z, 0) < 0) {
            negate(third);
        }
        if (!(Vectors.dot(x, 0, x, 0) > 0.5
                && Vectors.dot(y, 0, y, 0) > 0.5
                && Vectors.dot(third, 0, third, 0) > 0.5)) {
            throw variable.wrong("is not a rotation: its columns do not span space", "Correct the file.");
        }
        return new double[] {x[0], y[0], third[0], x[1], y[1], third[1], x[2], y[2], third[2]};
    }

    private static double[] angles(FrameDefinitions definitions, ReferenceFrame frame) {
        double[] angles =
                definitions.needed(frame, "TKFRAME_", "ANGLES", "3 numbers").numbers(3);
        KernelVariable axesSaid = definitions.needed(frame, "TKFRAME_", "AXES", "3 numbers of axes, 1 to 3");
        double[] axes = axesSaid.numbers(3);
        KernelVariable unitSaid = definitions.optional(frame, "TKFRAME_", "UNITS");
        String unit = unitSaid == null ? "RADIANS" : unitSaid.text().toUpperCase(Locale.ROOT);
        Double degrees = UNITS.get(unit);
        if (degrees == null) {
            throw Objects.requireNonNull(unitSaid)
                    .wrong(
                            "is '" + unit + "'; one of "
                                    + String.join(", ", new TreeSet<>(UNITS.keySet()))
                                    + " expected",
                            "Correct the file.");
        }
        double[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int i = 2; i >= 0; i--) {
            if (!(axes[i] == 1 || axes[i] == 2 || axes[i] == 3)) {
                throw axesSaid.wrong(
                        "names the axis " + TextKernel.plain(axes[i]) + "; axes are 1, 2 and 3", "Correct the file.");
            }
            EulerAngles.turn(m, angles[i] * degrees / (180 / Math.PI), (int) axes[i]);
        }
        return m;
    }

    /** SPICE's quaternions, the scalar first ({@code VHATG}, {@code Q2M}). */
    private static double[] quaternion(KernelVariable variable) {
        double[] q = variable.numbers(4);
        double most = 0;
        for (double c : q) {
            most = Math.max(most, Math.abs(c));
        }
        if (most == 0) {
            throw variable.wrong("is (0, 0, 0, 0), which is not a rotation", "Correct the file.");
        }
        double sum = 0;
        for (double c : q) {
            double a = c / most;
            sum += a * a;
        }
        double norm = most * StrictMath.sqrt(sum);
        for (int i = 0; i < 4; i++) {
            q[i] /= norm;
        }
        double length = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
        double sharp = length != 1 && length != 0 ? 1 / length : 1;
        double q01 = q[0] * q[1] * sharp;
        double q02 = q[0] * q[2] * sharp;
        double q03 = q[0] * q[3] * sharp;
        double q12 = q[1] * q[2] * sharp;
        double q13 = q[1] * q[3] * sharp;
        double q23 = q[2] * q[3] * sharp;
        double q11 = q[1] * q[1] * sharp;
        double q22 = q[2] * q[2] * sharp;
        double q33 = q[3] * q[3] * sharp;
        return new double[] {
            1 - (q22 + q33) * 2,
            (q12 - q03) * 2,
            (q13 + q02) * 2,
            (q12 + q03) * 2,
            1 - (q11 + q33) * 2,
            (q23 - q01) * 2,
            (q13 - q02) * 2,
            (q23 + q01) * 2,
            1 - (q11 + q22) * 2
        };
    }

    private static void negate(double[] v) {
        for (int i = 0; i < 3; i++) {
            v[i] = -v[i];
        }
    }

    /** {@code UCRSS}. */
    private static double[] unitCross(double[] a, double[] b) {
        double[] s = scaled(a);
        double[] t = scaled(b);
        double[] cross = {s[1] * t[2] - s[2] * t[1], s[2] * t[0] - s[0] * t[2], s[0] * t[1] - s[1] * t[0]};
        double[] out = new double[3];
        Vectors.hat(cross, 0, out, 0);
        return out;
    }

    private static double[] scaled(double[] v) {
        double most = Math.max(Math.max(Math.abs(v[0]), Math.abs(v[1])), Math.abs(v[2]));
        return most == 0 ? new double[3] : new double[] {v[0] / most, v[1] / most, v[2] / most};
    }

    @Override
    public int base() {
        return base;
    }

    @Override
    public void toBase(double et, double[] out) {
        StateRotation.setFixed(rotation, out);
    }

    @Override
    public String source(double et) {
        return source;
    }
}
