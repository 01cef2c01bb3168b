package orrery.service;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.math.Vectors;

/**
 * How far another kernel has the bodies of a frame from where the first has them, and by how much that is exaggerated where
 * it is drawn.
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
     * @param name of the second kernel's file; empty for no ghost at all
     * @param against name of the first kernel's file
     * @param center NAIF id of the body that both give positions about
     * @param factor what offsets are multiplied by before they are drawn, at least 1
     * @param greatest offset over all that both kernels cover, km, not exaggerated
     * @param greatestOf NAIF id of the body that has it
     * @param ids NAIF ids, ascending; not copied, not to be written again
     * @param offsets second less first, km, ICRF, not exaggerated, three numbers a body; NaN where either kernel has none at
     *     this epoch; not copied, not to be written again
     * @param paths ways of bodies round their parents, with the offset as it is drawn, by NAIF id
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

    /** Whether there is none to be drawn. */
    public boolean isNone() {
        return name.isEmpty();
    }

    /** The second kernel, by the name of its file. */
    public String name() {
        return name;
    }

    /** The first kernel, by the name of its file. */
    public String against() {
        return against;
    }

    /** NAIF id of the body that both kernels give positions about. */
    public int center() {
        return center;
    }

    /** What offsets are multiplied by before they are drawn; 1 where they are drawn as they are. */
    public double factor() {
        return factor;
    }

    /** The greatest offset over all that both kernels cover, km, not exaggerated. */
    public double greatest() {
        return greatest;
    }

    /** NAIF id of the body that has the greatest offset. */
    public int greatestOf() {
        return greatestOf;
    }

    /** NAIF ids of the bodies that both kernels hold, ascending. */
    public int[] ids() {
        return ids.clone();
    }

    /** Whether both kernels have this body at the frame's epoch. */
    public boolean known(int id) {
        int index = Arrays.binarySearch(ids, id);
        return index >= 0 && !Double.isNaN(offsets[index * 3]);
    }

    /**
     * Writes second less first, km, ICRF, not exaggerated.
     *
     * @return false where either kernel has none at this epoch; then nothing is written
     */
    public boolean offset(int id, double[] out) {
        if (!known(id)) {
            return false;
        }
        System.arraycopy(offsets, Arrays.binarySearch(ids, id) * 3, out, 0, 3);
        return true;
    }

    /** How far the two kernels have a body apart now, km, not exaggerated; NaN where either has none. */
    public double apart(int id) {
        double[] d = new double[3];
        return offset(id, d) ? Vectors.length(d) : Double.NaN;
    }

    /** A body's way round its parent with the offset as it is drawn, or null. */
    public @Nullable SkyPath path(int id) {
        return paths.get(id);
    }
}
