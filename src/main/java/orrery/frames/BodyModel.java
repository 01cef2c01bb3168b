package orrery.frames;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.math.FineTrig;
import orrery.time.JulianDate;

/**
 * The rotation of a body by a text PCK: polynomials of its pole and prime meridian and the periodic terms of its system
 * (PCK Required Reading, "Models for the orientation of planets and satellites"; SPICE: {@code TISBOD}, in its order of
 * operations).
 *
 * <p>SPICE's derivative of a third-degree phase angle divides by the square of a century; here it is divided by a
 * century, which is the derivative.
 */
final class BodyModel {
    private static final int HIGHEST_DEGREE = 3;

    private final double[] ra;
    private final double[] dec;
    private final double[] meridian;
    private final double[] raFactors;
    private final double[] decFactors;
    private final double[] meridianFactors;
    /** Phase angles of the system: this many terms each, in degrees and degrees per century, squared, cubed. */
    private final double[] phases;

    private final int terms;
    private final int used;
    private final double epoch;
    private final int reference;
    private final String source;

    private BodyModel(KernelVariables variables, int body, KernelVariable pm) {
        int system = systemOf(body);
        this.meridian = polynomial(pm);
        this.ra = polynomial(needed(variables, body, "POLE_RA", pm));
        this.dec = polynomial(needed(variables, body, "POLE_DEC", pm));
        this.raFactors = factors(variables, body, "NUT_PREC_RA");
        this.decFactors = factors(variables, body, "NUT_PREC_DEC");
        this.meridianFactors = factors(variables, body, "NUT_PREC_PM");
        this.phases = factors(variables, system, "NUT_PREC_ANGLES");
        this.terms = 1 + degree(variables, system);
        this.used = Math.max(raFactors.length, Math.max(decFactors.length, meridianFactors.length));
        if (used > phases.length / terms) {
            KernelVariable angles = variables.get("BODY" + system + "_NUT_PREC_ANGLES");
            throw (angles == null ? pm : angles)
                    .wrong(
                            "gives " + Counted.of(phases.length / terms, "phase angle") + " of "
                                    + Counted.of(terms, "term") + "; BODY"
                                    + body
                                    + "_NUT_PREC_RA, _DEC and _PM have factors for " + used,
                            "Load the kernel that defines them all.");
        }
        KernelVariable jed = one(variables, system, "CONSTANTS_JED_EPOCH", "CONSTS_JED_EPOCH");
        this.epoch = Constants.DAY * ((jed == null ? JulianDate.J2000 : jed.numbers()[0]) - JulianDate.J2000);
        KernelVariable frame = one(variables, system, "CONSTANTS_REF_FRAME", "CONSTS_REF_FRAME");
        this.reference = frame == null ? ReferenceFrame.J2000 : frame.integer();
        if (frame != null && InertialFrame.byId(reference).isEmpty()) {
            throw frame.wrong(
                    "is " + reference + "; one of SPICE's inertial frames (1 to 21) expected", "Correct the file.");
        }
        this.source = pm.file();
    }

    /**
     * The model of a body, null if no kernel gives its prime meridian.
     *
     * @throws TextKernelException if a kernel gives only a part of it, or gives it incorrectly
     */
    static @Nullable BodyModel of(KernelVariables variables, int body) {
        KernelVariable pm = variables.get("BODY" + body + "_PM");
        return pm == null ? null : new BodyModel(variables, body, pm);
    }

    /** The body whose phase angles a body uses ({@code ZZBODBRY}). */
    private static int systemOf(int body) {
        if (body >= 100 && body <= 999) {
            return body / 100;
        }
        return body >= 10_000 && body <= 99_999 ? body / 10_000 : body;
    }

    private static KernelVariable needed(KernelVariables variables, int body, String what, KernelVariable beside) {
        KernelVariable found = variables.get("BODY" + body + "_" + what);
        if (found == null) {
            throw beside.wrong(
                    "has no BODY" + body + "_" + what + ", and the orientation needs both",
                    "Load the kernel that gives it.");
        }
        return found;
    }

    private static double[] polynomial(KernelVariable variable) {
        double[] numbers = variable.numbers();
        if (numbers.length > 3) {
            throw variable.wrong(
                    "is " + numbers.length + " numbers; the terms of a polynomial (1 to 3 of them) expected",
                    "Correct the file.");
        }
        return Arrays.copyOf(numbers, 3);
    }

    private static double[] factors(KernelVariables variables, int body, String what) {
        double[] numbers = variables.numbers("BODY" + body + "_" + what);
        return numbers == null ? new double[0] : numbers;
    }

    private static int degree(KernelVariables variables, int system) {
        KernelVariable variable = variables.get("BODY" + system + "_MAX_PHASE_DEGREE");
        if (variable == null) {
            return 1;
        }
        int degree = variable.integer();
        if (degree < 1 || degree > HIGHEST_DEGREE) {
            throw variable.wrong("is " + degree + "; a degree of 1 to 3 expected", "Correct the file.");
        }
        return degree;
    }

    /** A variable under either of its names, not under both. */
    private static @Nullable KernelVariable one(KernelVariables variables, int system, String what, String shorter) {
        KernelVariable first = variables.get("BODY" + system + "_" + what);
        KernelVariable second = variables.get("BODY" + system + "_" + shorter);
        if (first != null && second != null) {
            throw first.wrong(
                    "is given a second time as " + second.name() + " (" + second.file() + ", line " + second.line()
                            + "); only one of the two is allowed",
                    "Remove one of them.");
        }
        return first == null ? second : first;
    }

    /** Where it is defined, for people. */
    String source() {
        return source;
    }

    /** SPICE's number of the inertial frame of pole and node. */
    int reference() {
        return reference;
    }

    /**
     * The rotation from the reference to the body's axes.
     *
     * @param et TDB seconds past J2000
     * @param out a {@link StateRotation}
     */
    void fromReference(double et, double[] out) {
        double past = et - epoch;
        double d = past / Constants.DAY;
        double t = past / Constants.JULIAN_CENTURY;
        double a = ra[0] + t * (ra[1] + t * ra[2]);
        double b = dec[0] + t * (dec[1] + t * dec[2]);
        double w = meridian[0] + d * (meridian[1] + d * meridian[2]);
        double da = (ra[1] + t * 2 * ra[2]) / Constants.JULIAN_CENTURY;
        double db = (dec[1] + t * 2 * dec[2]) / Constants.JULIAN_CENTURY;
        double dw = (meridian[1] + d * 2 * meridian[2]) / Constants.DAY;
        double sumA = 0;
        double sumB = 0;
        double sumW = 0;
        double sumDa = 0;
        double sumDb = 0;
        double sumDw = 0;
        for (int i = 0; i < used; i++) {
            double fa = i < raFactors.length ? raFactors[i] : 0;
            double fb = i < decFactors.length ? decFactors[i] : 0;
            double fw = i < meridianFactors.length ? meridianFactors[i] : 0;
            if (fa == 0 && fb == 0 && fw == 0) {
                continue;
            }
            double theta = phase(i, t);
            double rate = phaseRate(i, t);
            double sine = FineTrig.sin(theta);
            double cosine = FineTrig.cos(theta);
            sumA += fa * sine;
            sumB += fb * cosine;
            sumW += fw * sine;
            sumDa += fa * (cosine * rate);
            sumDb += fb * (-sine * rate);
            sumDw += fw * (cosine * rate);
        }
        out[0] = (a + sumA) * Constants.DEGREE + Math.PI / 2;
        out[1] = Math.PI / 2 - (b + sumB) * Constants.DEGREE;
        out[2] = (w + sumW) * Constants.DEGREE;
        out[3] = (da + sumDa) * Constants.DEGREE;
        out[4] = -((db + sumDb) * Constants.DEGREE);
        out[5] = (dw + sumDw) * Constants.DEGREE;
        EulerAngles.fromAngles(out, out);
    }

    private double phase(int i, double t) {
        int at = i * terms;
        if (terms == 2) {
            return (phases[at] + t * phases[at + 1]) * Constants.DEGREE;
        }
        double square = t * t;
        double degrees = 0 + phases[at] + t * phases[at + 1] + square * phases[at + 2];
        if (terms > 3) {
            degrees += t * square * phases[at + 3];
        }
        return degrees * Constants.DEGREE;
    }

    private double phaseRate(int i, double t) {
        int at = i * terms;
        double degrees = phases[at + 1] / Constants.JULIAN_CENTURY;
        if (terms > 2) {
            degrees += 2 * t * phases[at + 2] / Constants.JULIAN_CENTURY;
        }
        if (terms > 3) {
            degrees += 3 * (t * t) * phases[at + 3] / Constants.JULIAN_CENTURY;
        }
        return degrees * Constants.DEGREE;
    }
}
