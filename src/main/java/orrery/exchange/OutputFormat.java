package orrery.exchange;

import java.util.Locale;

/** What {@link Export} writes. */
public enum OutputFormat {
    OEM("CCSDS OEM 2.0, KVN", ".oem"),
    OEM_XML("CCSDS OEM 2.0, XML", ".xml"),
    CSV("a table of states", ".csv"),
    STK("STK ephemeris", ".e");

    private final String words;
    private final String suffix;

    OutputFormat(String words, String suffix) {
        this.words = words;
        this.suffix = suffix;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** What names of such files end with as a rule. */
    public String suffix() {
        return suffix;
    }

    /** As the command line has it: {@code oem-xml}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
