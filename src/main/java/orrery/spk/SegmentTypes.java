package orrery.spk;

/** The SPK data types by number, and the class that reads each (SPK Required Reading, "SPK Data Types"). */
final class SegmentTypes {
    private static final String UNKNOWN = "unknown type ";

    private SegmentTypes() {}

    /**
     * Makes a reader for a segment of its type, or a segment that is set aside with the reason. Never throws because of
     * the content of the bytes.
     */
    static Segment of(DafWords words, SegmentInfo info, DafKind kind) {
        try {
            return kind == DafKind.PCK ? orientation(words, info) : ephemeris(words, info);
        } catch (DamagedSegmentException e) {
            return new SetAsideSegment(words, info, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The types of binary PCKs whose records have the layout of an SPK type (SPICE: {@code PCKR02}, {@code PCKR03}; PCK
     * Required Reading, "Binary PCK Kernel Format").
     */
    private static Segment orientation(DafWords words, SegmentInfo info) {
        return switch (info.type()) {
            case 2 -> new ChebyshevPositionSegment(words, info);
            case 3 -> new UnequalChebyshevSegment(words, info);
            default -> new UnsupportedSegment(words, info);
        };
    }

    private static Segment ephemeris(DafWords words, SegmentInfo info) {
        return switch (info.type()) {
            case 2 -> new ChebyshevPositionSegment(words, info);
            case 3 -> new ChebyshevStateSegment(words, info);
            case 1, 21 -> new DifferenceLinesSegment(words, info);
            case 5 -> new DiscreteStatesSegment(words, info);
            case 8 -> new EqualLagrangeSegment(words, info);
            case 9 -> new UnequalLagrangeSegment(words, info);
            case 10 -> new TwoLineElementsSegment(words, info);
            case 12 -> new EqualHermiteSegment(words, info);
            case 13 -> new UnequalHermiteSegment(words, info);
            case 14 -> new UnequalChebyshevSegment(words, info);
            case 15 -> new PrecessingConicSegment(words, info);
            case 17 -> new EquinoctialSegment(words, info);
            case 18 -> new EsocSegment(words, info);
            case 19 -> new PiecewiseSegment(words, info);
            case 20 -> new ChebyshevVelocitySegment(words, info);
            default -> new UnsupportedSegment(words, info);
        };
    }

    /** Whether the number is known to SPICE at all. */
    static boolean isKnown(int type) {
        return !name(type).startsWith(UNKNOWN);
    }

    static String name(int type) {
        return switch (type) {
            case 1 -> "modified difference arrays";
            case 2 -> "Chebyshev, position";
            case 3 -> "Chebyshev, position and velocity";
            case 5 -> "discrete states, two-body propagation";
            case 8 -> "Lagrange, equal steps";
            case 9 -> "Lagrange, unequal steps";
            case 10 -> "two-line elements";
            case 12 -> "Hermite, equal steps";
            case 13 -> "Hermite, unequal steps";
            case 14 -> "Chebyshev, unequal steps";
            case 15 -> "precessing conic";
            case 17 -> "equinoctial elements";
            case 18 -> "ESOC/DDID Hermite/Lagrange";
            case 19 -> "ESOC/DDID piecewise";
            case 20 -> "Chebyshev, velocity";
            case 21 -> "extended modified difference arrays";
            default -> UNKNOWN + type;
        };
    }
}
