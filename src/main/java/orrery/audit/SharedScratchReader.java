package orrery.audit;

/** Broken: all queries compute in one buffer and copy the result from there. */
final class SharedScratchReader extends SpoiltReader {
    private final double[] shared = new double[6];

    SharedScratchReader() {
        super("shared scratch buffer");
    }

    @Override
    void state(RealPool sound, int target, int center, double et, double[] out) {
        sound.state(target, center, et, shared);
        System.arraycopy(shared, 0, out, 0, 6);
    }
}
