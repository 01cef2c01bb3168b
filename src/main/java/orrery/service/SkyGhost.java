package orrery.service;

import java.util.Arrays;
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
    public static final SkyGhost NONE = new SkyGhost("", "", 0, 1, Double.NaN, 0, new int[0], new double[0], Map.of());

    private final String name;
    private final String against;
    private final int center;
    private final double factor;
    private final double greatest;
    private final int greatestOf;
    private final int[] ids;
    private final double[] offsets;
    private final Map<Integer, SkyPath> paths;

    /**
     * @param name file name of the second kernel; empty for no ghost at all
     * @param against file name of the first kernel
     * @param center NAIF id of the body that both give positions about
     * @param factor what offsets are multiplied by before they are drawn, at least 1
     * @param greatest greatest offset over everything both kernels cover, km, not exaggerated
     * @param greatestOf NAIF id of the body with the greatest offset
     * @param ids NAIF ids, ascending; not copied, must not be modified
     * @param offsets second minus first, km, ICRF, not exaggerated, three numbers per body; NaN if either kernel has
     * none at this epoch; not copied, must not be modified
     * @param paths orbits of bodies around their parents, with the offset as drawn, by NAIF id
     */
    SkyGhost(
            String name,
            String against,
            int center,
            double factor,
            double greatest,
            int greatestOf,
            int[] ids,
            double[] offsets,
            Map<Integer, SkyPath> paths) {
        this.name = name;
        this.against = against;
        this.center = center;
        this.factor = factor;
        this.greatest = greatest;
        this.greatestOf = greatestOf;
        this.ids = ids;
        this.offsets = offsets;
        this.paths = Map.copyOf(paths);
    }

    /** Whether there is no ghost to draw. */
    public boolean isNone() {
        return name.isEmpty();
    }

    /** File name of the second kernel. */
    public String name() {
        return name;
    }

    /** File name of the first kernel. */
    public String against() {
        return against;
    }

    /** NAIF id of the body that both kernels give positions about. */
    public int center() {
        return center;
    }

    /** The factor by which offsets are multiplied before they are drawn; 1 for true offsets. */
    public double factor() {
        return factor;
    }

    /** The greatest offset over everything both kernels cover, km, not exaggerated. */
    public double greatest() {
        return greatest;
    }

    /** NAIF id of the body with the greatest offset. */
    public int greatestOf() {
        return greatestOf;
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
