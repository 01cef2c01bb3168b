package orrery.ui.orrery;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import orrery.spk.NaifIds;

/**
 * Surfaces of the bodies that can be visited, synthesized rather than photographed: noise for irregular features, and a
 * few well-known features at their places. Colors are chosen by eye, not measured.
 */
final class Skins {
    private static final int CRATERS = 90;

    private Skins() {}

    /** The skin of a body; a plain tint if nothing is known about it. */
    static BodySkin of(BodyLook look) {
        return switch (look.body().id()) {
            case NaifIds.MERCURY -> rock(0xA2958A, 0x6E645C, 3, new double[] {-30, 30, 38, 0.25});
            case NaifIds.VENUS -> Skins::venus;
            case NaifIds.EARTH -> earth();
            case NaifIds.MOON -> moon();
            case NaifIds.MARS -> Skins::mars;
            case NaifIds.JUPITER -> Skins::jupiter;
            case NaifIds.SATURN -> Skins::saturn;
            case NaifIds.URANUS -> Skins::uranus;
            case NaifIds.NEPTUNE -> Skins::neptune;
            case NaifIds.PLUTO -> Skins::pluto;
            case 501 -> Skins::io;
            case 502 -> Skins::europa;
            case NaifIds.TITAN ->
                (x, y, z) -> BodyPainter.mix(0xD9A04A, 0xB97F36, 0.5 + 0.4 * Noise.sum(2 * x, 2 * y, 5 * z, 3));
            case 2_000_001, 20_000_001 -> rock(0x8E8A84, 0x5C5955, 7, new double[] {-121, 20, 4, -1.6});
            default ->
                rock(
                        look.tint(),
                        BodyPainter.mix(look.tint(), 0x201C18, 0.45),
                        look.body().id());
        };
    }

    /**
     * Bare rock with craters.
     *
     * @param features longitude, latitude, radius (degrees) and darkness of spots; bright if negative
     */
    private static BodySkin rock(int light, int dark, int seed, double... features) {
        double[] craters = craters(seed);
        return (x, y, z) -> {
            double shade = 0.45 + 0.75 * Noise.sum(3 * x + seed % 17, 3 * y, 3 * z, 6);
            shade += spots(features, x, y, z);
            return relief(BodyPainter.mix(light, dark, shade), craters, x, y, z);
        };
    }

    private static double[] craters(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] craters = new double[CRATERS * 4];
        for (int i = 0; i < CRATERS; i++) {
            double z = 2 * random.nextDouble() - 1;
            double turn = 2 * Math.PI * random.nextDouble();
            double r = Math.sqrt(1 - z * z);
            craters[4 * i] = r * Math.cos(turn);
            craters[4 * i + 1] = r * Math.sin(turn);
            craters[4 * i + 2] = z;
            // Many small, few large.
            craters[4 * i + 3] = 0.02 / Math.sqrt(0.02 + random.nextDouble());
        }
        return craters;
    }

    /** A crater's floor is slightly darker than its surroundings, its rim slightly brighter. */
    private static int relief(int rgb, double[] craters, double x, double y, double z) {
        double change = 0;
        for (int i = 0; i < craters.length; i += 4) {
            double cos = x * craters[i] + y * craters[i + 1] + z * craters[i + 2];
            double away = Math.sqrt(Math.max(0, 2 - 2 * cos)) / craters[i + 3];
            if (away < 1.5) {
                double rim = Math.exp(-40 * (away - 1) * (away - 1));
                change += 0.20 * rim - (away < 1 ? 0.13 * (1 - away * away * away) : 0);
            }
        }
        return change >= 0 ? BodyPainter.mix(rgb, 0xFFFFFF, change) : BodyPainter.mix(rgb, 0x000000, -change);
    }

    /** How much spots darken a place: soft discs given by longitude, latitude, radius and strength. */
    private static double spots(double[] spots, double x, double y, double z) {
        double sum = 0;
        for (int i = 0; i + 3 < spots.length; i += 4) {
            double lon = Math.toRadians(spots[i]);
            double lat = Math.toRadians(spots[i + 1]);
            double cos = Math.cos(lat) * (x * Math.cos(lon) + y * Math.sin(lon)) + z * Math.sin(lat);
            double away = Math.sqrt(Math.max(0, 2 - 2 * cos)) / Math.toRadians(spots[i + 2]);
            sum += spots[i + 3] * (1 - smooth(0.7, 1.15, away));
        }
        return sum;
    }

    private static double smooth(double from, double to, double value) {
        double t = Math.clamp((value - from) / (to - from), 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }

    /** The Moon: highlands, the maria at their places, Tycho's rays. */
    private static BodySkin moon() {
        double[] craters = craters(NaifIds.MOON);
        double[] maria = {
            -16, 33, 19, 0.5, 18, 28, 11, 0.5, 31, 8, 14, 0.5, 59, 17, 8, 0.5, 51, -8, 13, 0.42, 35, -15, 6, 0.42, -16,
            -21, 12, 0.42, -39, -24, 7, 0.45, -57, 18, 15, 0.5, -52, 38, 13, 0.45, -45, 2, 14, 0.42, -23, -3, 8, 0.35,
            3, 13, 5, 0.35, 0, 56, 8, 0.28, -28, 57, 9, 0.28, 25, 56, 8, 0.25, 86, 14, 5, 0.3, 148, 27, 5, 0.3, 129,
            -20, 4, 0.35
        };
        double tychoLon = Math.toRadians(-11);
        double tychoLat = Math.toRadians(-43);
        double tx = Math.cos(tychoLat) * Math.cos(tychoLon);
        double ty = Math.cos(tychoLat) * Math.sin(tychoLon);
        double tz = Math.sin(tychoLat);
        return (x, y, z) -> {
            double nx = x + 0.10 * Noise.sum(5 * x, 5 * y, 5 * z, 4);
            double ny = y + 0.10 * Noise.sum(5 * y, 5 * z, 5 * x + 9, 4);
            double nz = z + 0.10 * Noise.sum(5 * z, 5 * x + 31, 5 * y, 4);
            double mare = Math.clamp(spots(maria, nx, ny, nz), 0.0, 0.62);
            double shade = 0.22 + 0.45 * Noise.sum(6 * x, 6 * y, 6 * z, 6);
            int rgb = BodyPainter.mix(BodyPainter.mix(0xD6D2CB, 0x9C9890, shade), 0x55565A, 1.25 * mare);
            double cos = x * tx + y * ty + z * tz;
            double away = Math.acos(Math.clamp(cos, -1.0, 1.0));
            double rays = Math.exp(-1.6 * away)
                    * smooth(
                            0.05,
                            0.6,
                            Noise.sum(
                                    9 * (x - tx * cos) / (0.1 + away),
                                    9 * (y - ty * cos) / (0.1 + away),
                                    9 * (z - tz * cos) / (0.1 + away),
                                    2));
            rgb = BodyPainter.mix(rgb, 0xF2EFEA, 0.55 * rays + (away < 0.03 ? 0.4 : 0));
            return relief(rgb, craters, x, y, z);
        };
    }

    /** The Earth: seas, land by climate, ice. */
    private static BodySkin earth() {
        LandMap land = LandMap.read();
        return (x, y, z) -> {
            double lat = BodySkin.latitude(z);
            double lon = BodySkin.longitude(x, y);
            // Coasts are ragged where outlines are straight.
            double warpLon = lon + 2.6 * Noise.sum(14 * x, 14 * y, 14 * z, 4) / Math.max(0.25, Math.sqrt(1 - z * z));
            double warpLat = lat + 2.0 * Noise.sum(14 * x + 40, 14 * y, 14 * z, 4);
            double share = land.about(warpLon, warpLat, 0.25);
            double rough = Noise.sum(7 * x, 7 * y, 7 * z, 5);
            double shelf = land.about(warpLon, warpLat, 2.2);
            int sea = BodyPainter.mix(BodyPainter.mix(0x0B2447, 0x123E6B, 0.5 + 0.8 * rough), 0x2A6F97, 0.75 * shelf);
            int rgb = BodyPainter.mix(sea, ground(lat, lon, rough), share);
            double ice = smooth(76, 81, lat + 5 * rough) + smooth(-66, -72, lat + 4 * rough);
            boolean greenland = lon > -60 && lon < -20 && lat > 60;
            return BodyPainter.mix(rgb, 0xF3F6F8, Math.min(1, ice + (greenland ? share * 0.9 : 0)));
        };
    }

    /** The color of land by its climate, with gradual transitions. */
    static int ground(double lat, double lon, double rough) {
        double away = Math.abs(lat);
        double dry = (smooth(12, 19, away) - smooth(31, 40, away)) * (0.75 + 0.7 * rough);
        // Monsoon lands and east coasts are green where the latitude alone would make them desert.
        double ragged = lon + 9 * rough;
        double wet = between(72, 125, 5, ragged) * smooth(-4, 4, lat)
                + between(-96, -60, 7, ragged) * smooth(4, 12, lat)
                + between(-61, -34, 5, ragged) * (1 - smooth(-4, 4, lat));
        double steppe = between(45, 112, 7, ragged) * between(36, 48, 3, lat + 5 * rough);
        dry = Math.clamp((1 - 0.85 * wet) * dry + 0.7 * steppe, 0.0, 1.0);
        int green = BodyPainter.mix(0x2F5D2B, 0x6D8448, smooth(8, 48, away + 12 * rough));
        int north = BodyPainter.mix(green, 0x4C5F48, smooth(50, 60, away));
        int tundra = BodyPainter.mix(north, 0xB9B7A6, smooth(63, 72, away + 6 * rough));
        return BodyPainter.mix(tundra, BodyPainter.mix(0xC9A86A, 0xA9793F, 0.5 + rough), dry);
    }

    /** 1 between two values, 0 outside them, with a slope of this width at either end. */
    private static double between(double from, double to, double slope, double value) {
        return smooth(from - slope, from + slope, value) * (1 - smooth(to - slope, to + slope, value));
    }

    private static int venus(double x, double y, double z) {
        // Cloud tops drawn out toward the poles, like the Y seen in ultraviolet.
        double lean = 0.9 * z * z;
        double cx = x * Math.cos(lean) - y * Math.sin(lean);
        double cy = x * Math.sin(lean) + y * Math.cos(lean);
        double shade = 0.5 + 0.9 * Noise.sum(1.6 * cx + 0.4 * z, 1.6 * cy, 4.5 * z, 5);
        return BodyPainter.mix(0xF7E8C2, 0xCDA96B, 0.75 * shade);
    }

    private static int mars(double x, double y, double z) {
        double lat = BodySkin.latitude(z);
        double rough = Noise.sum(4 * x, 4 * y, 4 * z, 6);
        double fine = Noise.sum(11 * x, 11 * y, 11 * z, 4);
        double[] dark = {
            70, 8, 13, 0.55, 66, 18, 9, 0.35, -25, 45, 22, 0.32, -10, -8, 12, 0.4, -30, -12, 12, 0.3, 10, -6, 11, 0.35,
            -75, -27, 12, 0.35, 110, -12, 22, 0.35, 150, -22, 24, 0.38, -165, -32, 24, 0.38, -125, -35, 20, 0.3, 45,
            -18, 14, 0.3, 20, -28, 16, 0.3, -55, -45, 22, 0.22
        };
        double[] bright = {70, -43, 17, 0.5, -45, -50, 13, 0.3, -112, 5, 26, 0.22, 25, 22, 24, 0.2};
        double wx = x + 0.14 * rough;
        double wy = y + 0.14 * fine;
        double wz = z + 0.14 * Noise.sum(4 * y + 20, 4 * z, 4 * x, 4);
        int rgb = BodyPainter.mix(0xD08355, 0xB5613A, 0.5 + 0.7 * rough);
        rgb = BodyPainter.mix(rgb, 0x4E332B, Math.clamp(spots(dark, wx, wy, wz) + 0.12 * fine, 0.0, 0.72));
        rgb = BodyPainter.mix(rgb, 0xEBBE8E, Math.clamp(spots(bright, wx, wy, wz), 0.0, 0.6));
        double cap = smooth(78, 82, lat + 4 * rough) + smooth(-82, -86, lat + 4 * rough);
        return BodyPainter.mix(rgb, 0xF7F4F0, 0.95 * Math.min(1, cap));
    }

    /** Zones and belts by latitude (degrees), with the color of each at its middle. */
    private static final double[] JUPITER_LATITUDES = {
        -90, -60, -44, -34, -28, -20, -13, -6, 0, 5, 9, 16, 21, 25, 33, 45, 60, 90
    };

    private static final int[] JUPITER_COLORS = {
        0x8E8680, 0x9C9186, 0xB7A48D, 0xC9B497, 0xDCCBAE, 0xC89B6E, 0xA56E45, 0xD9C19B, 0xEFE3CB, 0xE7D5B4, 0xA8683F,
        0x9E6A48, 0xD8C6A6, 0xC6A57D, 0xCDB898, 0xB3A08A, 0x9A8F86, 0x87807C
    };

    private static int jupiter(double x, double y, double z) {
        double lat = BodySkin.latitude(z);
        double lon = BodySkin.longitude(x, y);
        double swirl = Noise.sum(5 * x, 5 * y, 16 * z, 5);
        double curl = Noise.sum(11 * x + swirl, 11 * y, 26 * z, 4);
        double spotLon = wrap(lon + 60);
        double spotLat = lat + 22;
        double spot = Math.hypot(spotLon / 10.5, spotLat / 6.2);
        // Currents bend around the Great Red Spot.
        double bend = spot < 3 ? 5.5 * Math.exp(-spot * spot / 1.6) * Math.signum(spotLat) : 0;
        double at = lat + bend + 2.6 * swirl + 1.4 * curl;
        int rgb = ramp(JUPITER_LATITUDES, JUPITER_COLORS, at);
        rgb = curl > 0 ? BodyPainter.mix(rgb, 0xF6EEDC, 0.28 * curl) : BodyPainter.mix(rgb, 0x6E4E38, -0.30 * curl);
        double heart = 1 - smooth(0.75, 1.05, spot + 0.12 * curl);
        double collar = smooth(0.9, 1.1, spot) * (1 - smooth(1.2, 1.7, spot));
        return BodyPainter.mix(
                BodyPainter.mix(rgb, 0xEFE6D2, 0.65 * collar), BodyPainter.mix(0xC2603A, 0xD98A5C, 0.5 + curl), heart);
    }

    private static int saturn(double x, double y, double z) {
        double lat = BodySkin.latitude(z);
        double swirl = Noise.sum(3 * x, 3 * y, 12 * z, 4);
        double at = lat + 1.5 * swirl;
        double wave = 0.5 * Math.sin(Math.toRadians(at * 9.5))
                + 0.3 * Math.sin(Math.toRadians(at * 22 + 40))
                + 0.2 * Math.sin(Math.toRadians(at * 41));
        int rgb = BodyPainter.mix(0xE9D7A8, wave > 0 ? 0xF5E9C8 : 0xBF9E68, 0.55 * Math.abs(wave));
        return BodyPainter.mix(rgb, 0xA9A58C, 0.75 * smooth(62, 86, Math.abs(lat)));
    }

    private static int uranus(double x, double y, double z) {
        double lat = BodySkin.latitude(z) + 2 * Noise.sum(2 * x, 2 * y, 8 * z, 3);
        int rgb = BodyPainter.mix(0x8FCFD8, 0xA9E0E4, 0.5 + 0.5 * Math.sin(Math.toRadians(lat * 5)));
        return BodyPainter.mix(rgb, 0xDDF3F1, 0.6 * smooth(40, 70, lat));
    }

    private static int neptune(double x, double y, double z) {
        double lat = BodySkin.latitude(z);
        double lon = BodySkin.longitude(x, y);
        double swirl = Noise.sum(3 * x, 3 * y, 11 * z, 4);
        double wave = Math.sin(Math.toRadians((lat + 4 * swirl) * 8));
        int rgb = BodyPainter.mix(0x3C6FCB, wave > 0 ? 0x6C9AE6 : 0x2A4FA3, 0.5 * Math.abs(wave));
        double spot = Math.hypot(wrap(lon - 20) / 15, (lat + 20) / 7);
        rgb = BodyPainter.mix(rgb, 0x20407F, 0.75 * (1 - smooth(0.7, 1.1, spot)));
        double wisp = smooth(0.25, 0.5, Noise.sum(4 * x, 4 * y, 28 * z, 5)) * smooth(15, 25, Math.abs(lat));
        return BodyPainter.mix(rgb, 0xE8F0FB, 0.55 * wisp);
    }

    private static int pluto(double x, double y, double z) {
        double rough = Noise.sum(4 * x, 4 * y, 4 * z, 6);
        double lat = BodySkin.latitude(z);
        int rgb = BodyPainter.mix(0xD8BFA2, 0xA98B72, 0.5 + 0.8 * rough);
        double belt = smooth(-26, -14, lat + 9 * rough) * (1 - smooth(2, 14, lat + 9 * rough));
        double[] heart = {170, 25, 22, 1, -165, 12, 18, 0.8};
        double bright = Math.clamp(spots(heart, x + 0.08 * rough, y, z + 0.08 * rough), 0.0, 1.0);
        rgb = BodyPainter.mix(rgb, 0x5B3A2C, 0.8 * belt * (1 - bright));
        return BodyPainter.mix(rgb, 0xF3E9DA, Math.max(bright, 0.6 * smooth(62, 78, lat)));
    }

    private static int io(double x, double y, double z) {
        double rough = Noise.sum(5 * x, 5 * y, 5 * z, 6);
        int rgb = BodyPainter.mix(0xE7D66B, 0xC9973F, 0.5 + 1.1 * rough);
        rgb = BodyPainter.mix(rgb, 0xF2EFDC, 0.7 * smooth(0.1, 0.4, Noise.sum(3 * x + 7, 3 * y, 3 * z, 4)));
        return BodyPainter.mix(rgb, 0x4B3320, 0.8 * smooth(0.38, 0.5, Noise.sum(9 * x, 9 * y + 5, 9 * z, 3)));
    }

    private static int europa(double x, double y, double z) {
        double rough = Noise.sum(3 * x, 3 * y, 3 * z, 5);
        int rgb = BodyPainter.mix(0xE9E2D4, 0xC4AE90, 0.4 + 0.9 * rough);
        double lines = Math.abs(Noise.sum(5 * x + rough, 5 * y, 5 * z, 4));
        return BodyPainter.mix(rgb, 0x8E5E40, 0.6 * (1 - smooth(0.0, 0.05, lines)));
    }

    private static double wrap(double degrees) {
        return Math.IEEEremainder(degrees, 360);
    }

    private static int ramp(double[] at, int[] colors, double value) {
        for (int i = 1; i < at.length; i++) {
            if (value < at[i]) {
                return BodyPainter.mix(colors[i - 1], colors[i], smooth(at[i - 1], at[i], value));
            }
        }
        return colors[colors.length - 1];
    }
}
