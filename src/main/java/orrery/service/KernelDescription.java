package orrery.service;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import orrery.binding.KernelHandle;
import orrery.spk.Problem;
import orrery.spk.Segment;

/**
 * What is in a kernel that is now shown, read once, for people.
 *
 * @param path where it was opened
 * @param name file name
 * @param size bytes
 * @param order byte order of its numbers
 * @param internalName what its maker called it inside
 * @param comment its comment area
 * @param segments in file order
 * @param problems what was found unsound
 * @param stale why the file on disk is no longer what is mapped, if so
 */
public record KernelDescription(
        Path path,
        String name,
        long size,
        ByteOrder order,
        String internalName,
        String comment,
        List<Row> segments,
        List<Problem> problems,
        Optional<String> stale) {
    public KernelDescription {
        segments = List.copyOf(segments);
        problems = List.copyOf(problems);
    }

    /**
     * A segment.
     *
     * @param index 0-based position in the file
     * @param name segment identifier
     * @param target NAIF id
     * @param center NAIF id
     * @param frame NAIF id of the frame
     * @param type SPK data type
     * @param typeName its name
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000
     * @param granuleSeconds length of a granule; NaN where they differ
     * @param degree of the polynomials; -1 where they have none
     * @param records number of granules
     * @param bytes size of the data
     * @param usable whether states can be asked of it
     */
    public record Row(
            int index,
            String name,
            int target,
            int center,
            int frame,
            int type,
            String typeName,
            double start,
            double end,
            double granuleSeconds,
            int degree,
            long records,
            long bytes,
            boolean usable) {}

    static KernelDescription of(KernelHandle kernel) {
        List<Row> rows =
                kernel.file().segments().stream().map(KernelDescription::row).toList();
        return new KernelDescription(
                kernel.path(),
                kernel.name(),
                kernel.file().size(),
                kernel.file().order(),
                kernel.file().internalName(),
                kernel.comment(),
                rows,
                kernel.file().problems(),
                kernel.stale());
    }

    private static Row row(Segment segment) {
        return new Row(
                segment.info().index(),
                segment.info().name(),
                segment.target(),
                segment.center(),
                segment.frame(),
                segment.info().type(),
                segment.typeName(),
                segment.start(),
                segment.end(),
                segment.granuleLength(),
                segment.degree(),
                segment.records(),
                segment.info().bytes(),
                segment.usable());
    }
}
