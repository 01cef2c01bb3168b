package orrery.ui.orrery;

/** Which paths are drawn. */
public enum PathKind {
    /** None. */
    NONE,
    /** Those from the kernels. */
    KERNEL,
    /** The osculating ellipses; broken lines. */
    OSCULATING,
    /** Both, to compare. */
    BOTH;

    boolean kernel() {
        return this == KERNEL || this == BOTH;
    }

    boolean osculating() {
        return this == OSCULATING || this == BOTH;
    }

    /** The next choice in the cycle. */
    public PathKind next() {
        return switch (this) {
            case NONE -> KERNEL;
            case KERNEL -> OSCULATING;
            case OSCULATING -> BOTH;
            case BOTH -> NONE;
        };
    }
}
