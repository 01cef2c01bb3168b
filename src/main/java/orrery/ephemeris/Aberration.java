package orrery.ephemeris;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a state seen by an observer is corrected for the travel of light, with SPICE's names and meaning (SPICE: {@code
 * spkezr}, reception case; SPK Required Reading, "Aberration corrections").
 */
public enum Aberration {
    /** The geometric state: where the target is at the epoch, not where it is seen. */
    NONE("NONE", 0, false),
    /** Light time, by one iteration of the light-time equation. */
    LT("LT", 1, false),
    /** Light time by one iteration, and stellar aberration. */
    LT_S("LT+S", 1, true),
    /** Light time, iterated until it converges. */
    CN("CN", 5, false),
    /** Converged light time, and stellar aberration. */
    CN_S("CN+S", 5, true);

    private final String spiceName;
    private final int iterations;
    private final boolean stellar;

    Aberration(String spiceName, int iterations, boolean stellar) {
        this.spiceName = spiceName;
        this.iterations = iterations;
        this.stellar = stellar;
    }

    /** SPICE's name, such as {@code LT+S}. */
    public String spiceName() {
        return spiceName;
    }

    /** The most iterations of the light-time equation; 0 where light time is not corrected for. */
    int iterations() {
        return iterations;
    }

    /** Whether the observer's own motion is corrected for. */
    boolean stellar() {
        return stellar;
    }

    /** By SPICE's name, in whatever case and with blanks ignored, as SPICE reads it. */
    public static Optional<Aberration> named(String name) {
        String plain = name.replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(a -> a.spiceName.equalsIgnoreCase(plain))
                .findFirst();
    }

    /** All of SPICE's names, for messages: {@code NONE, LT, LT+S, CN, CN+S}. */
    public static String names() {
        return Arrays.stream(values()).map(Aberration::spiceName).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return spiceName;
    }
}
