package orrery.ui.orrery;

import java.util.Map;
import java.util.Optional;
import orrery.ephemeris.BodyFrame;

/**
 * What a body's disc looks like from near by: bands and caps by latitude, drawn and not photographed, about the pole that
 * the body really has at that date.
 *
 * <p>Immutable.
 *
 * @param bands strength of the bands, 0..1
 * @param count bands from pole to pole
 * @param cap latitude, as a sine, above which a pale cap begins; 2 for none
 */
record Surface(double bands, double count, double cap) {
    /** Steps from pole to pole. */
    static final int STEPS = 1024;

    private static final Surface PLAIN = new Surface(0.05, 3, 2);
    private static final Map<Integer, Surface> KNOWN = Map.of(
            299, new Surface(0.08, 6, 2),
            399, new Surface(0.22, 7, 0.90),
            499, new Surface(0.09, 4, 0.955),
            599, new Surface(0.30, 13, 2),
            699, new Surface(0.16, 11, 2),
            799, new Surface(0.05, 5, 0.8),
            899, new Surface(0.10, 7, 2),
            999, new Surface(0.12, 3, 0.7));

    static Surface of(BodyLook look) {
        return KNOWN.getOrDefault(look.body().id(), PLAIN);
    }

    /** A body's north pole at an epoch (TDB seconds past J2000), a unit vector in ICRF; ICRF's own where unknown. */
    static void pole(BodyLook look, double et, double[] out) {
        Optional<BodyFrame> frame = look.body().frame();
        if (frame.isPresent()) {
            frame.get().pole(et, out);
        } else {
            out[0] = 0;
            out[1] = 0;
            out[2] = 1;
        }
    }

    /** The colours from the south pole to the north, at even steps of the sine of latitude. */
    int[] colors(int tint) {
        int[] colors = new int[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            colors[i] = color(tint, 2.0 * i / STEPS - 1);
        }
        return colors;
    }

    private int color(int tint, double sine) {
        double s = Math.clamp(sine, -1.0, 1.0);
        double wave = Math.sin(s * count * 2.2) * 0.6 + Math.sin(s * count * 5.1 + 1.3) * 0.4;
        int rgb = wave > 0 ? Orb.mix(tint, 0xFFFFFF, wave * bands) : Orb.mix(tint, 0x3A2A20, -wave * bands);
        double edge = Math.clamp((Math.abs(s) - cap) / 0.02, 0.0, 1.0);
        return edge > 0 ? Orb.mix(rgb, 0xF4F7FA, edge * 0.85) : rgb;
    }
}
