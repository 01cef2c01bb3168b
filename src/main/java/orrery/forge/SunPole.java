package orrery.forge;

/** The Sun's pole, fixed in the ICRF. */
final class SunPole implements ZonalFigure.Pole {
    @Override
    public void at(double et, double[] out) {
        write(out);
    }

    static void write(double[] out) {
        double flat = StrictMath.cos(De440.SUN_POLE_DEC);
        out[0] = flat * StrictMath.cos(De440.SUN_POLE_RA);
        out[1] = flat * StrictMath.sin(De440.SUN_POLE_RA);
        out[2] = StrictMath.sin(De440.SUN_POLE_DEC);
    }
}
