package orrery.forge;

/** Ends a search: the motion jumps, and the parts before and after must be described separately. */
final class JumpFound extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final double before;

    JumpFound(double before) {
        super(null, null, false, false);
        this.before = before;
    }

    /** The last epoch before the jump, TDB seconds past J2000. */
    double before() {
        return before;
    }
}
