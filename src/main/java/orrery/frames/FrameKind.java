package orrery.frames;

import java.util.Arrays;
import java.util.Optional;

/** SPICE's classes of frames (Frames Required Reading, "Frame Classes"). */
public enum FrameKind {
    /** Built into SPICE, and fixed against J2000. */
    INERTIAL(1, "inertial"),
    /** Turns with a body, as a PCK says. */
    BODY_FIXED(2, "body-fixed (PCK)"),
    /** Turns with a spacecraft's structure, as a CK says: not read here. */
    ATTITUDE(3, "attitude (CK)"),
    /** Fixed against another frame. */
    FIXED_OFFSET(4, "fixed offset (TK)"),
    /** Defined by vectors that ephemerides give: not read here. */
    DYNAMIC(5, "dynamic"),
    /** Another frame by the epoch: not read here. */
    SWITCH(6, "switch");

    private final int code;
    private final String words;

    FrameKind(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The class of SPICE's number, empty where it has none. */
    static Optional<FrameKind> of(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }

    /** {@return SPICE's number of the class} */
    public int code() {
        return code;
    }

    @Override
    public String toString() {
        return words;
    }
}
