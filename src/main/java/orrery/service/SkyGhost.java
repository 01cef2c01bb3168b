package orrery.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.math.Vectors;

/**
 * How far another kernel has the bodies of a frame from where the first has them, and the exaggeration with which that
 * is drawn.
 *
 * <p>Immutable; may be handed to any thread.
 */
public final class SkyGhost {
    /** No second kernel. */
    public static final SkyGhost NONE = new SkyGhost(
            new GhostWish(Path.of(""), Path.of(""), 0, List.of()),
            1,
            new Greatest(Double.NaN, 0),
            new int[0],
            new double[0],
            Map.of());

    /**
     * The greatest offset over everything both kernels cover.
     *
     * @param km not exaggerated
     * @param body NAIF id of the body that has it
     */
    record Greatest(double km, int body) {}

    private final GhostWish wish;
    private final double factor;
    private final Greatest greatest;
    private final int[] ids;
    private final double[] offsets;
    private final Map<Integer, SkyPath> paths;

    /**
     * @param wish the two kernels and the body that both give positions about
     * @param factor what offsets are multiplied by before they are drawn, at least 1
     * @param ids NAIF ids, ascending; not copied, must not be modified
     * @param offsets second minus first, km, ICRF, not exaggerated, three numbers per body; NaN if either kernel has
     * none at this epoch; not copied, must not be modified
     * @param paths orbits of bodies around their parents, with the offset as drawn, by NAIF id
     */
    SkyGhost(
            GhostWish wish,
            double factor,
            Greatest greatest,
            int[] ids,
            double[] offsets,
            Map<Integer, SkyPath> paths) {
        this.wish = wish;
        this.factor = factor;
        this.greatest = greatest;
        this.ids = ids;
        this.offsets = offsets;
        this.paths = Map.copyOf(paths);
    }

    /** Whether there is no ghost to draw. */
    public boolean isNone() {
        return name().isEmpty();
    }

    /** File name of the second kernel. */
    public String name() {
        return name(wish.second());
    }

    /** File name of the first kernel. */
    public String against() {
        return name(wish.first());
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** NAIF id of the body that both kernels give positions about. */
    public int center() {
        return wish.center();
    }

    /** The factor by which offsets are multiplied before they are drawn; 1 for true offsets. */
    public double factor() {
        return factor;
    }

    /** The greatest offset over everything both kernels cover, km, not exaggerated. */
    public double greatest() {
        return greatest.km;
    }

    /** NAIF id of the body with the greatest offset. */
    public int greatestOf() {
        return greatest.body;
    }

    /** NAIF ids of the bodies in both kernels, ascending. */
    public int[] ids() {
        return ids.clone();
    }

    /** Whether both kernels have this body at the frame's epoch. */
    public boolean known(int id) {
        int index = Arrays.binarySearch(ids, id);
        return index >= 0 && !Double.isNaN(offsets[index * 3]);
    }

    /**
     * Writes second minus first, km, ICRF, not exaggerated.
     *
     * @return false if either kernel has none at this epoch; then nothing is written
     */
    public boolean offset(int id, double[] out) {
        if (!known(id)) {
            return false;
        }
        System.arraycopy(offsets, Arrays.binarySearch(ids, id) * 3, out, 0, 3);
        return true;
    }

    /**
     * The current distance between the two kernels' positions of a body, km, not exaggerated; NaN if either has none.
     */
    public double apart(int id) {
        double[] d = new double[3];
        return offset(id, d) ? Vectors.length(d) : Double.NaN;
    }

    /** A body's orbit around its parent with the offset as drawn, or null. */
    public @Nullable SkyPath path(int id) {
        return paths.get(id);
    }
}
