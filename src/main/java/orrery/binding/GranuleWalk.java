package orrery.binding;

import java.util.function.DoubleConsumer;
import orrery.spk.Granule;
import orrery.spk.Segment;

/**
 * Walks over a segment's own epochs: those at which its granules meet. Samples farther apart than a segment's granules
 * miss what is in one granule only, such as one wrong state among many; samples at these epochs and between them do
 * not.
 *
 * <p>Immutable; as thread-safe as the kernel.
 *
 * @param kernel the kernel of the segment
 * @param segment the segment
 */
public record GranuleWalk(KernelHandle kernel, Segment segment) {
    /**
     * Finds the end of the granule that answers an epoch.
     *
     * @param et within the segment, TDB seconds past J2000
     * @return TDB seconds past J2000, later than {@code et}; in the last granule, later than the end of the segment
     * @throws orrery.spk.KernelException as {@link Segment#granule}, or as {@link KernelHandle#read}
     */
    public double end(double et) {
        double at = et;
        double step = Math.ulp(et);
        double end = granule(at).end();
        while (end <= et && at < segment.end()) {
            // Of two granules that meet, the one before answers, by a rounding error or two; in a damaged segment
            // whose granules end before it, the last one does, to its end. Ever longer steps come there soon.
            at = Math.max(Math.nextUp(at), at + step);
            step *= 2;
            end = granule(Math.min(at, segment.end())).end();
        }
        return end > et ? end : Math.nextUp(segment.end());
    }

    private Granule granule(double et) {
        return kernel.read(() -> segment.granule(et));
    }

    /**
     * Returns the length of the granule that answers an epoch.
     *
     * @param et within the segment, TDB seconds past J2000
     * @return seconds
     * @throws orrery.spk.KernelException as {@link #end}
     */
    public double length(double et) {
        Granule granule = granule(et);
        return granule.end() - granule.start();
    }

    /**
     * Visits the epochs between two epochs at which granules meet, and the middle between any two of them, ascending.
     *
     * @param from first epoch, within the segment, TDB seconds past J2000; not visited
     * @param to last epoch, TDB seconds past J2000; not visited
     * @param visitor receives each epoch
     * @throws orrery.spk.KernelException as {@link #end}
     */
    public void between(double from, double to, DoubleConsumer visitor) {
        double et = from;
        while (et < to) {
            double next = Math.min(end(et), to);
            double middle = et + (next - et) / 2;
            if (et < middle && middle < next) {
                visitor.accept(middle);
            }
            if (next < to) {
                visitor.accept(next);
            }
            et = next;
        }
    }
}
