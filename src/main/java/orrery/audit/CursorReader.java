package orrery.audit;

/** Broken: a query first moves a cursor and then reads at the cursor, as with a file position. */
final class CursorReader extends SpoiltReader {
    private int target;
    private int center;
    private double et;

    CursorReader() {
        super("cursor-based segment");
    }

    @Override
    void state(RealPool sound, int askedTarget, int askedCenter, double askedEt, double[] out) {
        target = askedTarget;
        center = askedCenter;
        et = askedEt;
        Thread.onSpinWait();
        sound.state(target, center, et, out);
    }
}
