package orrery.forge;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.binding.KernelHandle;
import orrery.spk.SegmentInfo;

/**
 * The same kernel in another byte order: the same 64 bits for every number, with the bytes reversed. A file from before
 * 1997 gains the fields that newer files have in their file record. Immutable.
 *
 * @param order byte order of the result
 */
public record ByteOrderConversion(ByteOrder order) {
    /**
     * Converts.
     *
     * @throws IOException if the file cannot be read, or has changed since the handle opened it
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
