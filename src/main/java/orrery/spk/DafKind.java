package orrery.spk;

/** The kinds of DAF that this program reads. */
public enum DafKind {
    /** Positions of bodies. */
    SPK(DafFormat.SUMMARY_INTEGERS, "an SPK"),
    /**
     * The orientation of bodies: a binary PCK. Its segments' states are angles, not positions: see {@code
     * KernelPool.orientation}.
     */
    PCK(5, "a binary PCK");

    /** The number of integers per summary (NI). */
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
