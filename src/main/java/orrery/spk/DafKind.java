package orrery.spk;

/** The kinds of DAF that are read here. */
public enum DafKind {
    /** Positions of bodies. */
    SPK(DafFormat.SUMMARY_INTEGERS, "an SPK"),
    /** The orientation of bodies: a binary PCK. Its segments' states are three angles and their rates. */
    PCK(5, "a binary PCK");

    /** How many integers a summary has (NI). */
    final int integers;

    private final String words;

    DafKind(int integers, String words) {
        this.integers = integers;
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
