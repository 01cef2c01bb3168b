package orrery.ephemeris;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The corrections for light travel that can be applied to a state seen by an observer, with SPICE's names and meanings
 * (SPICE: {@code spkezr}; SPK Required Reading, "Aberration corrections"). Without X, light travels from the target to
 * the observer; with X, it travels from the observer to the target, like a radio command.
 */
public enum Aberration {
    /** The geometric state: where the target is at the epoch, not where it is seen. */
    NONE("NONE", 0, false, false),
    /** Light time, by one iteration of the light-time equation. */
    LT("LT", 1, false, false),
    /** Light time by one iteration, and stellar aberration. */
    LT_S("LT+S", 1, true, false),
    /** Light time, iterated until it converges. */
    CN("CN", 5, false, false),
    /** Converged light time, and stellar aberration. */
    CN_S("CN+S", 5, true, false),
    /** Where light sent at the epoch meets the target, by one iteration. */
    XLT("XLT", 1, false, true),
    /** Where to aim light at the epoch: {@link #XLT} and stellar aberration. */
    XLT_S("XLT+S", 1, true, true),
    /** Where light sent at the epoch meets the target, iterated until it converges. */
    XCN("XCN", 5, false, true),
    /** Where to aim light at the epoch: {@link #XCN} and stellar aberration. */
    XCN_S("XCN+S", 5, true, true);

    private final String spiceName;
    private final int iterations;
    private final boolean stellar;
    private final boolean transmission;

    Aberration(String spiceName, int iterations, boolean stellar, boolean transmission) {
        this.spiceName = spiceName;
        this.iterations = iterations;
        this.stellar = stellar;
        this.transmission = transmission;
    }

    /** {@return SPICE's name for the correction, such as {@code LT+S}} */
    public String spiceName() {
        return spiceName;
    }

    /** The most iterations of the light-time equation; 0 if light time is not corrected. */
    int iterations() {
        return iterations;
    }

    /** Whether the observer's motion is corrected for. */
    boolean stellar() {
        return stellar;
    }

    /** {@return whether light travels from the observer to the target, rather than from the target to the observer} */
    public boolean transmission() {
        return transmission;
    }

    /** 1 if light arrives after the epoch, -1 if it left before the epoch. */
    int sign() {
        return transmission ? 1 : -1;
    }

    /**
     * Finds a correction by SPICE's name.
     *
     * @param name in upper or lower case; blanks are ignored, as SPICE ignores them
     * @return the correction; empty for any other name
     */
    public static Optional<Aberration> named(String name) {
        String plain = name.replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(a -> a.spiceName.equalsIgnoreCase(plain))
                .findFirst();
    }

    /**
     * {@return SPICE's names for all corrections, for messages: {@code NONE, LT, LT+S, CN, CN+S, XLT, XLT+S, XCN,
     * XCN+S}}
     */
    public static String names() {
        return Arrays.stream(values()).map(Aberration::spiceName).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return spiceName;
    }
}
