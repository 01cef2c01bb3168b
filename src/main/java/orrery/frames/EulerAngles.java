package orrery.frames;

import orrery.math.Constants;
import orrery.math.FineTrig;
import orrery.math.Matrix3;
import orrery.math.StateRotation;
import orrery.math.Trig;

/**
 * Rotations by three turns of the axes. The order of operations is that of SPICE's {@code EUL2M}, {@code ROTATE},
 * {@code ROTMAT} and {@code EUL2XF}.
 */
final class EulerAngles {
    private EulerAngles() {}

    /** {@code m = [angle]axis m}, in place: rotates the axes by an angle in radians about axis 1, 2 or 3. */
    static void turn(double[] m, double radians, int axis) {
        Matrix3.turn(m, FineTrig.sin(radians), FineTrig.cos(radians), axis);
    }

    /**
     * {@code [w]3 [delta]1 [phi]3} and its derivative: the form of body rotations, and the contents of a binary PCK of
     * type 2 ({@code PCKE02}).
     *
     * @param angles phi, delta and w in radians and their rates; may be {@code out}
     * @param out a {@link StateRotation} from the reference to the body
     */
    static void fromAngles(double[] angles, double[] out) {
        double phi = angles[0];
        double delta = angles[1];
        double w = Trig.mod(angles[2], Constants.TURN);
        double dPhi = angles[3];
        double dDelta = angles[4];
        double dw = angles[5];
        double sa = FineTrig.sin(w);
        double ca = FineTrig.cos(w);
        double sd = FineTrig.sin(delta);
        double cd = FineTrig.cos(delta);
        StateRotation.setIdentity(out);
        turn(out, phi, 3);
        Matrix3.turn(out, sd, cd, 1);
        Matrix3.turn(out, sa, ca, 3);
        double a = -1 * dw + 0 * dDelta + -cd * dPhi;
        double b = 0 * dw + -ca * dDelta + -sa * sd * dPhi;
        double c = 0 * dw + sa * dDelta + -ca * sd * dPhi;
        for (int j = 0; j < 3; j++) {
            double x = out[j];
            double y = out[3 + j];
            double z = out[6 + j];
            out[9 + j] = 0 * x + -a * y + c * z;
            out[12 + j] = a * x + 0 * y + -b * z;
            out[15 + j] = -c * x + b * y + 0 * z;
        }
    }

    /**
     * The contents of a binary PCK of type 3: right ascension and declination of the pole and the prime meridian in
     * degrees, and the spin vector in the body's axes, degrees per second ({@code PCKE03}).
     *
     * @param given six numbers
     * @param out a {@link StateRotation} from the reference to the body
     */
    static void fromPoleAndSpin(double[] given, double[] out) {
        double phi = Math.PI / 2 + Constants.DEGREE * given[0];
        double delta = Math.PI / 2 - Constants.DEGREE * given[1];
        StateRotation.setIdentity(out);
        turn(out, phi, 3);
        turn(out, delta, 1);
        turn(out, Constants.DEGREE * given[2], 3);
        double x = -(Constants.DEGREE * given[3]);
        double y = -(Constants.DEGREE * given[4]);
        double z = -(Constants.DEGREE * given[5]);
        for (int j = 0; j < 3; j++) {
            out[9 + j] = y * out[6 + j] - z * out[3 + j];
            out[12 + j] = z * out[j] - x * out[6 + j];
            out[15 + j] = x * out[3 + j] - y * out[j];
        }
    }
}
