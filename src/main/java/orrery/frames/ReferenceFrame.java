package orrery.frames;

/**
 * A reference frame, with what SPICE's {@code FRINFO} returns for it. Immutable.
 *
 * @param id SPICE's number of the frame, as in segments
 * @param name such as {@code IAU_MARS}
 * @param center NAIF id of the body at its center; light time to it matters if the frame rotates
 * @param kind how it is defined
 * @param classId its number within its kind: for a PCK frame, that of the orientation data
 * @param source where it is defined: a file's name, or {@code built in}
 */
public record ReferenceFrame(int id, String name, int center, FrameKind kind, int classId, String source) {
    /** SPICE's number of J2000, the root of all frames. */
    public static final int J2000 = 1;

    /** {@return whether it is one of SPICE's inertial frames} */
    public boolean isInertial() {
        return kind == FrameKind.INERTIAL;
    }

    /**
     * Returns the name by which a frame is shown: J2000 is SPICE's name for the axes of the ICRF.
     *
     * @param name SPICE's name of the frame
     * @return the name
     */
    public static String shown(String name) {
        return name.equals("J2000") ? "ICRF" : name;
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
