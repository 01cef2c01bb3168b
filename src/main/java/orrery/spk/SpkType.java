package orrery.spk;

import java.util.Arrays;
import java.util.Optional;

/** The SPK data types by number, and the class that reads each (SPK Required Reading, "SPK Data Types"). */
enum SpkType {
    MODIFIED_DIFFERENCES(1, "modified difference arrays", Velocity.SLOPE, DifferenceLinesSegment::new),
    CHEBYSHEV_POSITION(2, "Chebyshev, position", Velocity.SLOPE, ChebyshevPositionSegment::new),
    CHEBYSHEV_STATE(3, "Chebyshev, position and velocity", Velocity.DATA, ChebyshevStateSegment::new),
    DISCRETE_STATES(5, "discrete states, two-body propagation", Velocity.SLOPE, DiscreteStatesSegment::new),
    LAGRANGE_EQUAL(8, "Lagrange, equal steps", Velocity.DATA, EqualLagrangeSegment::new),
    LAGRANGE_UNEQUAL(9, "Lagrange, unequal steps", Velocity.DATA, UnequalLagrangeSegment::new),
    TWO_LINE_ELEMENTS(10, "two-line elements", Velocity.DATA, TwoLineElementsSegment::new),
    HERMITE_EQUAL(12, "Hermite, equal steps", Velocity.SLOPE, EqualHermiteSegment::new),
    HERMITE_UNEQUAL(13, "Hermite, unequal steps", Velocity.SLOPE, UnequalHermiteSegment::new),
    CHEBYSHEV_UNEQUAL(14, "Chebyshev, unequal steps", Velocity.DATA, UnequalChebyshevSegment::new),
    PRECESSING_CONIC(15, "precessing conic", Velocity.DATA, PrecessingConicSegment::new),
    EQUINOCTIAL(17, "equinoctial elements", Velocity.SLOPE, EquinoctialSegment::new),
    ESOC(18, "ESOC/DDID Hermite/Lagrange", Velocity.DATA, EsocSegment::new),
    ESOC_PIECEWISE(19, "ESOC/DDID piecewise", Velocity.DATA, PiecewiseSegment::new),
    CHEBYSHEV_VELOCITY(20, "Chebyshev, velocity", Velocity.SLOPE, ChebyshevVelocitySegment::new),
    EXTENDED_DIFFERENCES(21, "extended modified difference arrays", Velocity.SLOPE, DifferenceLinesSegment::new);

    /** What a type's velocities are. */
    enum Velocity {
        /** The derivative of the position, by the type's own formula. */
        SLOPE,
        /**
         * Separate data, which may say anything; or, in type 15, without the precession; or, in type 10, by formulas of
         * their own, which differ from the slope by as much as 0.3 % for the published elements of sound orbits.
         */
        DATA
    }

    /** Makes the reader of a segment. */
    private interface Reader {
        Segment of(DafWords words, SegmentInfo info);
    }

    private final int number;
    private final String words;
    private final Velocity velocity;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Reader reader;

    SpkType(int number, String words, Velocity velocity, Reader reader) {
        this.number = number;
        this.words = words;
        this.velocity = velocity;
        this.reader = reader;
    }

    /** The type of a number; empty if SPICE does not know it either. */
    static Optional<SpkType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    static String name(int number) {
        return of(number).map(type -> type.words).orElse("unknown type " + number);
    }

    int number() {
        return number;
    }

    Velocity velocity() {
        return velocity;
    }

    /**
     * Makes a reader for a segment of its type, or a segment that is set aside with the reason. Never throws because of
     * the content of the bytes.
     */
    static Segment read(DafWords words, SegmentInfo info, DafKind kind) {
        try {
            Optional<Reader> reader = kind == DafKind.PCK
                    ? orientation(info.type())
                    : of(info.type()).map(type -> type.reader);
            return reader.<Segment>map(r -> r.of(words, info)).orElseGet(() -> new UnsupportedSegment(words, info));
        } catch (DamagedSegmentException e) {
            return new DamagedSegment(words, info, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The types of binary PCKs whose records have the layout of an SPK type (SPICE: {@code PCKR02}, {@code PCKR03}; PCK
     * Required Reading, "Binary PCK Kernel Format").
     */
    private static Optional<Reader> orientation(int type) {
        return switch (type) {
            case 2 -> Optional.of(CHEBYSHEV_POSITION.reader);
            case 3 -> Optional.of(CHEBYSHEV_UNEQUAL.reader);
            default -> Optional.empty();
        };
    }
}
