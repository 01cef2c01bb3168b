package orrery.exchange;

import java.util.Locale;

/** The formats of {@link Export}. */
public enum ExportFormat {
    OEM("CCSDS OEM 2.0, KVN", ".oem"),
    OEM_XML("CCSDS OEM 2.0, XML", ".xml"),
    CSV("a table of states", ".csv"),
    STK("STK ephemeris", ".e");

    private final String words;
    private final String suffix;

    ExportFormat(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    /** A description. */
    public String words() {
        return words;
    }

    /** The usual suffix of such files. */
    public String suffix() {
        return suffix;
    }

    /** The name on the command line: {@code oem-xml}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
