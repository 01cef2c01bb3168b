package orrery.audit;

/** Broken: each query allocates an array for its result. */
final class AllocatingReader extends SpoiltReader {
    /** Keeps a reference to a result, so that no compiler can eliminate the allocation. */
    private volatile double[] last = new double[6];

    AllocatingReader() {
        super("allocating query");
    }

    @Override
    void state(RealPool sound, int target, int center, double et, double[] out) {
        double[] result = new double[6];
        sound.state(target, center, et, result);
        last = result;
        System.arraycopy(result, 0, out, 0, 6);
    }

    /** The most recent result. */
    double[] last() {
        return last.clone();
    }
}
