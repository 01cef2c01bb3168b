package orrery.forge;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.binding.KernelHandle;
import orrery.spk.SegmentInfo;

/**
 * The same kernel in another byte order: every number the same 64 bits, the bytes turned round. A file older than 1997
 * comes out with the words that newer ones have in their file record. Immutable.
 *
 * @param order byte order of what comes out
 */
public record ByteOrderConversion(ByteOrder order) {
    /**
     * Converts.
     *
     * @throws IOException if the file cannot be read, or is no longer the one that the handle has open
     */
    public Excerpt.Result of(KernelHandle kernel) throws IOException {
        List<OutputSegment> copies = new ArrayList<>();
        List<SegmentInfo> leftOut = new ArrayList<>();
        Excerpt.everything().copy(kernel, copies, leftOut);
        SpkWriter writer = SpkWriter.of(order)
                .internalName(RawCopy.printable(kernel.file().internalName()))
                .comment(Provenance.line("Converted to " + (order == ByteOrder.BIG_ENDIAN ? "big" : "little")
                                + "-endian numbers from " + Provenance.source(kernel) + ", nothing else changed.")
                        + "\n\n" + Provenance.carried(kernel) + "\n")
                .outgoing(copies);
        return new Excerpt.Result(writer, copies.size(), List.copyOf(leftOut), List.of(), Optional.empty());
    }
}
