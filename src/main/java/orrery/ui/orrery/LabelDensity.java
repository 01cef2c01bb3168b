package orrery.ui.orrery;

/** How many names stand in the picture. */
public enum LabelDensity {
    /** None. */
    NONE(0, 0, 6),
    /** The chosen body's name; letters for the rest. */
    LETTERS(1, 24, 6),
    /** Names where there is room, letters where there is little. */
    NORMAL(48, 24, 4),
    /** As many as can stand beside each other. */
    DENSE(400, 200, 0);

    private final int names;
    private final int letters;
    private final double air;

    LabelDensity(int names, int letters, double air) {
        this.names = names;
        this.letters = letters;
        this.air = air;
    }

    /** At most so many names. */
    int names() {
        return names;
    }

    /** At most so many letters where a name has no room. */
    int letters() {
        return letters;
    }

    /** Pixels kept free about a label. */
    double air() {
        return air;
    }

    /** The next in turn. */
    public LabelDensity next() {
        return switch (this) {
            case NONE -> LETTERS;
            case LETTERS -> NORMAL;
            case NORMAL -> DENSE;
            case DENSE -> NONE;
        };
    }
}
