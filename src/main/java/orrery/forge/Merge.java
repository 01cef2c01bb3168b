package orrery.forge;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import orrery.binding.CyclicCentersException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.spk.SegmentInfo;

/**
 * Makes one kernel from several. Segments are taken in loading order, so that the last still wins, as when the kernels
 * are loaded one after another; numbers are copied bit for bit. Immutable.
 *
 * @param part the bodies and the span to take from each
 * @param order byte order of the result
 */
public record Merge(Excerpt part, ByteOrder order) {

    /**
     * Merges.
     *
     * @param kernels highest precedence last
     * @throws IOException if a file cannot be read, or has changed since its handle opened it
     */
    public Excerpt.Result of(List<KernelHandle> kernels) throws IOException {
        List<OutputSegment> copies = new ArrayList<>();
        List<SegmentInfo> leftOut = new ArrayList<>();
        for (KernelHandle kernel : kernels) {
            part.copy(kernel, copies, leftOut);
        }
        String sources = kernels.stream().map(Provenance::source).collect(Collectors.joining(", then "));
        SpkWriter writer = SpkWriter.of(order)
                .internalName("merged by orrery")
                .comment(Provenance.line("Merged from " + sources + ": " + part.description()) + "\n"
                        + Provenance.carried(kernels))
                .outgoing(copies);
        return new Excerpt.Result(
                writer, copies.size(), List.copyOf(leftOut), part.absent(copies, leftOut), circle(kernels));
    }

    /** The message when loading these kernels together makes bodies the centers of themselves. */
    private static Optional<CyclicCentersException> circle(List<KernelHandle> kernels) {
        try (KernelPool _ = KernelPool.of(kernels)) {
            return Optional.empty();
        } catch (CyclicCentersException e) {
            return Optional.of(e);
        }
    }
}
