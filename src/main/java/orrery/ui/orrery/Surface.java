package orrery.ui.orrery;

import java.util.Map;

/**
 * What a body's disc looks like from near by: bands and caps by latitude, drawn and not photographed, about the pole that
 * the body really has.
 *
 * <p>Poles at J2000 from the IAU report of 2015 (Archinal et al. 2018, as in NAIF's pck00011.tpc). Immutable.
 *
 * @param poleRa right ascension of the north pole, degrees, ICRF
 * @param poleDec declination of the north pole, degrees, ICRF
 * @param bands strength of the bands, 0..1
 * @param count bands from pole to pole
 * @param cap latitude, as a sine, above which a pale cap begins; 2 for none
 */
record Surface(double poleRa, double poleDec, double bands, double count, double cap) {
    private static final Surface PLAIN = new Surface(0, 90, 0.05, 3, 2);
    private static final Map<Integer, Surface> KNOWN = Map.ofEntries(
            Map.entry(199, new Surface(281.0103, 61.4155, 0.06, 5, 2)),
            Map.entry(299, new Surface(272.76, 67.16, 0.08, 6, 2)),
            Map.entry(399, new Surface(0, 90, 0.10, 5, 0.90)),
            Map.entry(301, new Surface(269.9949, 66.5392, 0.07, 4, 2)),
            Map.entry(4, new Surface(317.681, 52.886, 0.09, 4, 0.955)),
            Map.entry(499, new Surface(317.681, 52.886, 0.09, 4, 0.955)),
            Map.entry(5, new Surface(268.056595, 64.495303, 0.30, 13, 2)),
            Map.entry(599, new Surface(268.056595, 64.495303, 0.30, 13, 2)),
            Map.entry(6, new Surface(40.589, 83.537, 0.16, 11, 2)),
            Map.entry(699, new Surface(40.589, 83.537, 0.16, 11, 2)),
            Map.entry(7, new Surface(257.311, -15.175, 0.05, 5, 0.8)),
            Map.entry(799, new Surface(257.311, -15.175, 0.05, 5, 0.8)),
            Map.entry(8, new Surface(299.36, 43.46, 0.10, 7, 2)),
            Map.entry(899, new Surface(299.36, 43.46, 0.10, 7, 2)),
            Map.entry(9, new Surface(132.993, -6.163, 0.12, 3, 0.7)),
            Map.entry(999, new Surface(132.993, -6.163, 0.12, 3, 0.7)));

    static Surface of(int id) {
        return KNOWN.getOrDefault(id, PLAIN);
    }

    /** The north pole at an epoch (TDB seconds past J2000), a unit vector in ICRF. */
    void pole(double et, double[] out) {
        double ra = Math.toRadians(poleRa);
        double dec = Math.toRadians(poleDec);
        out[0] = Math.cos(dec) * Math.cos(ra);
        out[1] = Math.cos(dec) * Math.sin(ra);
        out[2] = Math.sin(dec);
    }

    /** The colour at a latitude given as its sine. */
    int color(int tint, double sine) {
        double s = Math.clamp(sine, -1.0, 1.0);
        double wave = Math.sin(s * count * 2.2) * 0.6 + Math.sin(s * count * 5.1 + 1.3) * 0.4;
        int rgb = wave > 0 ? Orb.mix(tint, 0xFFFFFF, wave * bands) : Orb.mix(tint, 0x3A2A20, -wave * bands);
        double edge = Math.clamp((Math.abs(s) - cap) / 0.02, 0.0, 1.0);
        return edge > 0 ? Orb.mix(rgb, 0xF4F7FA, edge * 0.85) : rgb;
    }
}
