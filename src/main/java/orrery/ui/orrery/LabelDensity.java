package orrery.ui.orrery;

/** How many names the picture shows. */
public enum LabelDensity {
    /** None. */
    NONE(0, 0, 6),
    /** The selected body's name; letters for the rest. */
    LETTERS(1, 24, 6),
    /** Names where there is room, letters where there is little. */
    NORMAL(48, 24, 4),
    /** As many as fit beside each other. */
    DENSE(400, 200, 0);

    private final int names;
    private final int letters;
    private final double air;

    LabelDensity(int names, int letters, double air) {
        this.names = names;
        this.letters = letters;
        this.air = air;
    }

    /** The largest number of names. */
    int names() {
        return names;
    }

    /** The largest number of letters for names without room. */
    int letters() {
        return letters;
    }

    /** Free pixels around a label. */
    double air() {
        return air;
    }

    /** The next choice in the cycle. */
    public LabelDensity next() {
        return switch (this) {
            case NONE -> LETTERS;
            case LETTERS -> NORMAL;
            case NORMAL -> DENSE;
            case DENSE -> NONE;
        };
    }
}
