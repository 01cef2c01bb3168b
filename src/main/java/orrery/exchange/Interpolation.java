package orrery.exchange;

import java.util.Locale;
import java.util.Optional;
import orrery.forge.StatesSegment;

/**
 * How states are meant to be interpolated.
 *
 * @param hermite whether velocities are used; else each coordinate uses Lagrange's polynomial
 * @param degree of the polynomial
 */
record Interpolation(boolean hermite, int degree) {
    /** If a file says nothing: what CCSDS 502.0 recommends for OEM. */
    static final Interpolation USUAL = new Interpolation(true, 7);

    /** By the name in OEM and STK; empty for a method that SPK does not have. */
    static Optional<Interpolation> of(String method, int degree) {
        return switch (method.strip().toUpperCase(Locale.ROOT)) {
            case "HERMITE" -> Optional.of(new Interpolation(true, Math.max(1, degree)));
            case "LAGRANGE" -> Optional.of(new Interpolation(false, Math.max(1, degree)));
            case "LINEAR" -> Optional.of(new Interpolation(false, 1));
            default -> Optional.empty();
        };
    }

    /** The number of states in one interpolation, as many as SPICE allows and as there are. */
    int window(long states) {
        int wanted = hermite ? (degree + 2) / 2 : degree + 1;
        int most = hermite ? StatesSegment.MOST_HERMITE : StatesSegment.MOST_LAGRANGE;
        return (int) Math.min(states, Math.min(most, Math.max(2, wanted)));
    }

    /** The degree that results from a window of this size. */
    int degreeOf(int window) {
        return hermite ? 2 * window - 1 : window - 1;
    }

    /** SPK's data type. */
    int type(boolean even) {
        return hermite ? (even ? 12 : 13) : (even ? 8 : 9);
    }

    String method() {
        return hermite ? "HERMITE" : "LAGRANGE";
    }
}
