package orrery.ui.orrery;

import java.util.HashMap;
import java.util.Map;

/**
 * How a body is drawn. Tints are near to what the eye sees, kept apart in lightness too; the letter tells bodies apart
 * without any colour. Radii are the IAU's volumetric means (Archinal et al. 2018, as in NAIF's pck00011.tpc), km.
 *
 * @param tint 0xRRGGBB on a dark sky
 * @param ink 0xRRGGBB on paper
 * @param radius km; 0 where unknown
 * @param marker radius in pixels below which the body is never drawn
 * @param letter one or two letters
 * @param rank the lower, the more a label is wanted
 */
public record BodyLook(int tint, int ink, double radius, double marker, String letter, int rank) {
    private static final Map<Integer, BodyLook> KNOWN = new HashMap<>();
    private static final BodyLook MOON = new BodyLook(0xB9B5AD, 0x6B675F, 0, 1.9, "", 30);
    private static final BodyLook SMALL = new BodyLook(0x9E9589, 0x6E665B, 0, 1.7, "", 40);
    private static final BodyLook CRAFT = new BodyLook(0x7FE0D4, 0x0E7C70, 0, 2.2, "", 20);

    static {
        put(0xFFD27A, 0xD08A1D, 695_700, 10.5, "S", 0, 10);
        put(0xB5A596, 0x7B6A5A, 2439.4, 2.7, "Me", 8, 199, 1);
        put(0xF0DCA8, 0xA8842B, 6051.8, 3.7, "V", 5, 299, 2);
        put(0x6FB3F2, 0x1F6FBF, 6371.0, 3.8, "E", 1, 399, 3);
        put(0xCFCBC4, 0x77736B, 1737.4, 1.9, "Mo", 12, 301);
        put(0xE07A4E, 0xB04A22, 3389.5, 3.1, "Ma", 4, 499, 4);
        put(0xE3BE94, 0x9A6B35, 69_911, 6.6, "J", 2, 599, 5);
        put(0xE9D59B, 0x9C7E28, 58_232, 5.8, "Sa", 3, 699, 6);
        put(0x9BDFE0, 0x2E8C90, 25_362, 4.7, "U", 6, 799, 7);
        put(0x5E86F0, 0x2F4FB5, 24_622, 4.7, "N", 7, 899, 8);
        put(0xCBB19A, 0x7D6350, 1188.3, 2.4, "P", 9, 999, 9);
        put(0xA9A49B, 0x6E6A62, 469.7, 2.1, "Ce", 13, 2000001);
        put(0x9C97A6, 0x65606E, 256, 1.9, "Pa", 15, 2000002);
        put(0xC0AE96, 0x77664F, 261, 1.9, "Ve", 14, 2000004);
    }

    private static void put(int tint, int ink, double radius, double marker, String letter, int rank, int... ids) {
        for (int id : ids) {
            KNOWN.put(id, new BodyLook(tint, ink, radius, marker, letter, rank));
        }
    }

    /** The look of a NAIF id; one of its kind where the id itself is not known. */
    public static BodyLook of(int id) {
        BodyLook known = KNOWN.get(id);
        if (known != null) {
            return known;
        }
        if (id < 0) {
            return CRAFT;
        }
        return id < 1000 ? MOON : SMALL;
    }

    /** The colour for a theme, 0xRRGGBB. */
    public int color(boolean dark) {
        return dark ? tint : ink;
    }
}
