package orrery.ui.orrery;

import orrery.spk.NaifIds;

/**
 * An atmosphere as drawn.
 *
 * @param color 0xRRGGBB of its haze
 * @param haze how strongly it veils the limb, 0..1
 * @param height height of its glow beyond the limb, in radii; 0 for none
 */
record Atmosphere(int color, double haze, double height) {
    private static final Atmosphere NONE = new Atmosphere(0, 0, 0);
    private static final Atmosphere EARTH = new Atmosphere(0x86BDFF, 0.75, 0.011);
    private static final Atmosphere VENUS = new Atmosphere(0xFFF1CC, 0.35, 0.009);
    private static final Atmosphere MARS = new Atmosphere(0xE8B48C, 0.28, 0.005);
    private static final Atmosphere TITAN = new Atmosphere(0xE0A860, 0.45, 0.03);
    private static final Atmosphere URANUS = new Atmosphere(0xCDEFF2, 0.30, 0.006);
    private static final Atmosphere NEPTUNE = new Atmosphere(0x9CC0FF, 0.35, 0.006);
    private static final Atmosphere CREAM = new Atmosphere(0xCDB995, 0.22, 0.003);
    private static final Atmosphere PLUTO = new Atmosphere(0x8FB6E8, 0.05, 0.004);

    static Atmosphere of(BodyLook look) {
        return switch (look.body().id()) {
            case NaifIds.VENUS -> VENUS;
            case NaifIds.EARTH -> EARTH;
            case NaifIds.MARS -> MARS;
            case NaifIds.JUPITER, NaifIds.SATURN -> CREAM;
            case NaifIds.TITAN -> TITAN;
            case NaifIds.URANUS -> URANUS;
            case NaifIds.NEPTUNE -> NEPTUNE;
            case NaifIds.PLUTO -> PLUTO;
            default -> NONE;
        };
    }
}
