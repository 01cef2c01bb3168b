package orrery.ui.orrery;

/** Which paths are drawn. */
public enum PathKind {
    /** None. */
    NONE,
    /** Those that the kernels give. */
    KERNEL,
    /** The ellipses of the present states, two bodies taken alone; broken lines. */
    OSCULATING,
    /** Both, to compare. */
    BOTH;

    boolean kernel() {
        return this == KERNEL || this == BOTH;
    }

    boolean osculating() {
        return this == OSCULATING || this == BOTH;
    }

    /** The next in turn. */
    public PathKind next() {
        return switch (this) {
            case NONE -> KERNEL;
            case KERNEL -> OSCULATING;
            case OSCULATING -> BOTH;
            case BOTH -> NONE;
        };
    }
}
