package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import orrery.math.Vectors;

/**
 * A body's surface, drawn once into maps of several resolutions; the one that suits a disc's size is sampled per pixel,
 * without trigonometry. Immutable, thread-safe.
 */
final class Globe {
    private static final int FINEST = 512;
    private static final int COARSEST = 32;
    private static final int LARGE = 1024;
    private static final int MOST_KEPT = 34;
    private static final Map<Integer, Globe> KNOWN = new ConcurrentHashMap<>();

    private final List<int[]> maps = new ArrayList<>();

    private final int finest;

    private Globe(BodySkin skin) {
        // The side goes around half a turn: more of it than the skin has details is of no use.
        finest = skin instanceof SurfaceMap map && map.width() > 2 * FINEST ? LARGE : FINEST;
        int[] colors = new int[finest * finest];
        double[] at = new double[3];
        for (int row = 0; row < finest; row++) {
            for (int column = 0; column < finest; column++) {
                Octahedron.direction((column + 0.5) / finest, (row + 0.5) / finest, at);
                double length = Vectors.length(at);
                colors[row * finest + column] = skin.color(at[0] / length, at[1] / length, at[2] / length);
            }
        }
        maps.add(colors);
        for (int side = finest / 2; side >= COARSEST; side /= 2) {
            maps.add(halved(maps.getLast(), side));
        }
    }

    /**
     * The globe of a body, created on first use, which takes some tenths of a second at most: from the map of its
     * surface, or from its synthesized skin where there is none.
     */
    static Globe of(BodyLook look) {
        int id = look.body().id();
        Globe known = KNOWN.get(id);
        if (known == null && KNOWN.size() >= MOST_KEPT) {
            // Flying from moon to moon must not keep a megabyte for each. The Earth and the Moon take as much as four.
            KNOWN.clear();
        }
        return known == null ? KNOWN.computeIfAbsent(id, key -> new Globe(skin(look))) : known;
    }

    private static BodySkin skin(BodyLook look) {
        Optional<SurfaceMap> map = SurfaceMap.of(look);
        return map.isPresent() ? map.get() : Skins.of(look);
    }

    private static int[] halved(int[] fine, int side) {
        int[] coarse = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = row * 2 * side * 2 + column * 2;
                int rb = 0;
                int g = 0;
                for (int from : new int[] {at, at + 1, at + 2 * side, at + 2 * side + 1}) {
                    rb += fine[from] & 0xFF00FF;
                    g += fine[from] & 0x00FF00;
                }
                coarse[row * side + column] = ((rb >> 2) & 0xFF00FF) | ((g >> 2) & 0x00FF00);
            }
        }
        return coarse;
    }

    /** Which maps suit a disc of this radius in pixels: how often the finest is halved; between two, their mixture. */
    double level(double radius) {
        // A quarter of the map's side faces the eye over one radius.
        double halvings = Math.log(finest / (4 * radius)) / Math.log(2);
        return Math.clamp(halvings, 0.0, maps.size() - 1.0);
    }

    /**
     * The color in a direction along the body's axes, of any length; 0xRRGGBB, interpolated between the points of the
     * map, and between maps, so that nothing jumps as a disc grows.
     */
    int at(double level, double x, double y, double z) {
        double u = Octahedron.u(x, y, z);
        double v = Octahedron.v(x, y, z);
        int fine = (int) level;
        int share = (int) ((level - fine) * 256);
        int color = at(fine, u, v);
        return share == 0 ? color : blend(color, at(fine + 1, u, v), share);
    }

    private int at(int level, double across, double down) {
        int[] map = maps.get(level);
        int side = finest >> level;
        double u = Math.clamp(across * side - 0.5, 0.0, side - 1.001);
        double v = Math.clamp(down * side - 0.5, 0.0, side - 1.001);
        int column = (int) u;
        int row = (int) v;
        int fu = (int) ((u - column) * 256);
        int fv = (int) ((v - row) * 256);
        int at = row * side + column;
        return blend(blend(map[at], map[at + 1], fu), blend(map[at + side], map[at + side + 1], fu), fv);
    }

    private static int blend(int a, int b, int share) {
        int rb = (a & 0xFF00FF) + ((((b & 0xFF00FF) - (a & 0xFF00FF)) * share) >> 8);
        int g = (a & 0x00FF00) + ((((b & 0x00FF00) - (a & 0x00FF00)) * share) >> 8);
        return (rb & 0xFF00FF) | (g & 0x00FF00);
    }
}
