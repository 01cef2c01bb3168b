package orrery.forge;

import orrery.ephemeris.Bodies;
import orrery.math.LengthText;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** A tolerance that no granule can meet, or a motion that cannot be followed; the message says where and what to do. */
public final class RefitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);

    private final String reason;

    /**
     * @param reason what is wrong, with figures; without a period
     * @param cure what to do; an imperative without a period
     */
    RefitException(String reason, String cure) {
        super(reason + "; " + cure + ".");
        this.reason = reason;
    }

    /** A stretch that is still too far off in its shortest granules; {@code fit} is of the last. */
    static RefitException unreachable(
            Motion stretch, double tolerance, double speed, GranuleFit fit, double start, double end) {
        boolean fast = speed < Double.POSITIVE_INFINITY;
        return new RefitException(
                "%s relative to %s cannot be brought within %s from %s to %s: with the shortest granules that a file"
                        .concat(" allows, it is still %s off on %s")
                        .formatted(
                                Bodies.name(stretch.target()),
                                Bodies.name(stretch.center()),
                                bound(tolerance, fast ? speed : 0),
                                DATE.format(start),
                                DATE.format(end),
                                bound(fit.far(), fast ? fit.fast() : 0),
                                DATE.format(fit.worstAt())),
                "ask for a wider tolerance");
    }

    private static String bound(double far, double fast) {
        return LengthText.format(far) + (fast > 0 ? " and " + LengthText.format(fast) + "/s" : "");
    }

    /** What is wrong, without the cure, to be part of another sentence. */
    public String reason() {
        return reason;
    }
}
