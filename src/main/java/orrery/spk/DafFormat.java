package orrery.spk;

/**
 * Sizes and offsets of a DAF that contains states (DAF Required Reading, "The Structure of DAF Files"). For code that
 * reads or writes one, or displays its first record. Offsets are in bytes from the start of the record.
 */
public final class DafFormat {
    /** Bytes per record. */
    public static final int RECORD = 1024;

    /** Doubles per record. */
    public static final int WORDS = RECORD / Double.BYTES;

    /** ND of an SPK: doubles per summary. */
    public static final int SUMMARY_DOUBLES = 2;

    /** NI of an SPK: integers per summary. */
    public static final int SUMMARY_INTEGERS = 6;

    /** Bytes per summary. */
    public static final int SUMMARY = SUMMARY_DOUBLES * Double.BYTES + SUMMARY_INTEGERS * Integer.BYTES;

    /** Maximum number of summaries in a record, after three control words. */
    public static final int SUMMARIES_A_RECORD = (WORDS - 3) * Double.BYTES / SUMMARY;

    /** Characters in a segment's name: as many as there are bytes in a summary. */
    public static final int NAME = SUMMARY;

    /** Characters per record of the comment area. */
    public static final int COMMENT_A_RECORD = 1000;

    /** The character that ends the comments. */
    public static final byte END_OF_COMMENT = 4;

    /** Offset of ND. */
    public static final int ND = 8;

    /** Offset of NI. */
    public static final int NI = 12;

    /** Offset of LOCIFN, the internal file name. */
    public static final int LOCIFN = 16;

    /** Characters of LOCIFN. */
    public static final int LOCIFN_LENGTH = 60;

    /** Offset of FWARD, the number of the first summary record. */
    public static final int FWARD = 76;

    /** Offset of BWARD, the number of the last summary record. */
    public static final int BWARD = 80;

    /** Offset of FREE, the first free address. */
    public static final int FREE = 84;

    /** Offset of LOCFMT, the name of the number format. */
    public static final int LOCFMT = 88;

    /** Offset of FTPSTR. */
    public static final int FTP = 699;

    /** FTPSTR: shows whether a transfer in text mode has changed line ends or cleared the eighth bit. ISO 8859-1. */
    public static final String FTP_STRING = "FTPSTR:\r:\n:\r\n:\r\0:\u0081:\u0010\u00ce:ENDFTP";

    /** The beginning of FTPSTR, whatever happened to the rest. */
    private static final String FTP_START = "FTPSTR";

    /** The range in which FTPSTR is searched for: transfers that change line ends move it. */
    private static final int FTP_REGION = FTP - 99;

    private static final int FTP_REGION_LENGTH = 227;

    private DafFormat() {}

    /**
     * Returns whether a file record contains the FTP check string, intact or damaged; files from before 1997 do not.
     *
     * @param fileRecord the first record, each byte as a character (ISO 8859-1)
     * @return whether it does
     */
    public static boolean carriesTransferCheck(String fileRecord) {
        return region(fileRecord).contains(FTP_START);
    }

    /**
     * Returns whether a transfer in text mode has damaged the FTP check string.
     *
     * @param fileRecord the first record, each byte as a character (ISO 8859-1)
     * @return whether it has
     */
    public static boolean isTransferDamaged(String fileRecord) {
        String region = region(fileRecord);
        return region.contains(FTP_START) && !region.contains(FTP_STRING);
    }

    private static String region(String fileRecord) {
        return fileRecord.substring(FTP_REGION, Math.min(fileRecord.length(), FTP_REGION + FTP_REGION_LENGTH));
    }
}
