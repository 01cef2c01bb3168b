package orrery.frames;

import java.util.Arrays;
import java.util.Optional;

/** SPICE's classes of frames (Frames Required Reading, "Frame Classes"). */
public enum FrameKind {
    /** Built into SPICE, and fixed relative to J2000. */
    INERTIAL(1, "inertial"),
    /** Rotates with a body, as given by a PCK. */
    BODY_FIXED(2, "body-fixed (PCK)"),
    /** Rotates with a spacecraft structure, as given by a CK: not supported. */
    ATTITUDE(3, "attitude (CK)"),
    /** Fixed relative to another frame. */
    FIXED_OFFSET(4, "fixed offset (TK)"),
    /** Defined by vectors from ephemerides: not supported. */
    DYNAMIC(5, "dynamic"),
    /** A different frame depending on the epoch: not supported. */
    SWITCH(6, "switch");

    private final int code;
    private final String words;

    FrameKind(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The class with SPICE's number, empty if there is none. */
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
