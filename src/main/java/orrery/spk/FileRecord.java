package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first record of a DAF (DAF Required Reading, "The File Record").
 *
 * @param kind the kind of DAF
 * @param order byte order of all numbers in the file
 * @param internalName LOCIFN, at most 60 characters
 * @param first FWARD: record number of the first summary record, 1-based
 * @param problem what was unusual, although the record could be read with certainty
 */
record FileRecord(DafKind kind, ByteOrder order, String internalName, int first, Optional<String> problem) {
    /**
     * @throws NotAnSpkException if the bytes are not a DAF of states
     * @throws DamagedKernelException if the record is broken
     */
    static FileRecord read(MemorySegment bytes, String name) {
        String other = ContentSniffer.reasonAgainst(bytes);
        if (!other.isEmpty()) {
            throw new NotAnSpkException(name + " " + other);
        }
        if (bytes.byteSize() < DafFormat.RECORD) {
            throw new DamagedKernelException(name + " is " + bytes.byteSize()
                    + " bytes long; an SPK file has at least its file record of 1024. Fetch it again.");
        }
        checkTransfer(bytes, name);
        String format = ContentSniffer.text(bytes, DafFormat.LOCFMT, 8);
        if (format.startsWith("VAX")) {
            throw new DamagedKernelException(
                    name + " holds numbers in VAX format (" + ContentSniffer.printable(format.strip())
                            + "), which only a VAX reads. Fetch the same kernel in IEEE format.");
        }
        DafKind kind = kind(bytes);
        ByteOrder order = order(bytes, name, kind);
        String expected = order == ByteOrder.LITTLE_ENDIAN ? "LTL-IEEE" : "BIG-IEEE";
        Optional<String> problem = format.isBlank() || format.chars().allMatch(c -> c == 0) || format.equals(expected)
                ? Optional.empty()
                : Optional.of("its file record names the number format \"" + ContentSniffer.printable(format.strip())
                        + "\", but its numbers are " + expected + " and are read so.");
        int first = new DafWords(bytes, order).intAt(DafFormat.FWARD);
        return new FileRecord(
                kind,
                order,
                ContentSniffer.printable(ContentSniffer.text(bytes, DafFormat.LOCIFN, DafFormat.LOCIFN_LENGTH))
                        .strip(),
                first,
                problem);
    }

    /** In files from before 1997, only the size of the summaries shows the kind. */
    private static DafKind kind(MemorySegment bytes) {
        String id = ContentSniffer.text(bytes, 0, 8);
        if (id.equals("DAF/PCK ")) {
            return DafKind.PCK;
        }
        return id.equals("NAIF/DAF")
                        && (isOrder(bytes, DafKind.PCK, ByteOrder.LITTLE_ENDIAN)
                                || isOrder(bytes, DafKind.PCK, ByteOrder.BIG_ENDIAN))
                ? DafKind.PCK
                : DafKind.SPK;
    }

    private static boolean isOrder(MemorySegment bytes, DafKind kind, ByteOrder order) {
        DafWords words = new DafWords(bytes, order);
        return words.intAt(DafFormat.ND) == DafFormat.SUMMARY_DOUBLES && words.intAt(DafFormat.NI) == kind.integers;
    }

    /**
     * ND is 2 and NI is 6 in every SPK, 5 in every PCK: this determines the byte order with certainty, with or without
     * LOCFMT.
     */
    private static ByteOrder order(MemorySegment bytes, String name, DafKind kind) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            if (isOrder(bytes, kind, order)) {
                return order;
            }
        }
        DafWords words = new DafWords(
                bytes,
                ContentSniffer.text(bytes, DafFormat.LOCFMT, 3).equals("BIG")
                        ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN);
        throw new DamagedKernelException(name + " says that its summaries have ND = " + words.intAt(DafFormat.ND)
                + " and NI = " + words.intAt(DafFormat.NI) + "; " + kind + " has 2 and " + kind.integers
                + ". Fetch it again.");
    }

    /** A transfer in text mode rewrites line ends; the test string in newer files reveals it. */
    private static void checkTransfer(MemorySegment bytes, String name) {
        if (DafFormat.isTransferDamaged(ContentSniffer.text(bytes, 0, DafFormat.RECORD))) {
            throw new DamagedKernelException(name + " was damaged by a transfer in text mode: its test string (FTPSTR)"
                    + " is altered, so every number in it may be. Fetch it again in binary mode.");
        }
    }
}
