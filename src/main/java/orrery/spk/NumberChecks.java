package orrery.spk;

/** Checks of numbers read from a file. */
final class NumberChecks {
    private NumberChecks() {}

    /** Whether a stored double is a whole number from {@code least} to {@code most}. NaN and infinities are not. */
    static boolean isCount(double stored, long least, long most) {
        return stored >= least && stored <= most && stored == Math.rint(stored);
    }
}
