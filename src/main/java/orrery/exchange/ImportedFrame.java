package orrery.exchange;

import java.util.Locale;
import java.util.Optional;
import orrery.frames.FrameSystem;
import orrery.frames.InertialFrame;
import orrery.frames.ReferenceFrame;
import orrery.frames.UnknownNameException;
import orrery.spk.EarthEquator;

/**
 * The frame named in a file, in SPICE's terms.
 *
 * @param id SPICE's number of the segment's frame
 * @param turn how states are rotated to it
 * @param note a remark about it; empty if none
 */
record ImportedFrame(int id, StateRotator turn, String note) {
    static final ImportedFrame J2000 = new ImportedFrame(ReferenceFrame.J2000, StateRotator.NONE, "");

    /**
     * Looks up a frame by name.
     *
     * @param center NAIF id, for frames that rotate with it
     * @return empty if the frame is unknown
     */
    static Optional<ImportedFrame> of(String name, int center) {
        String plain = name.strip()
                .toUpperCase(Locale.ROOT)
                .replace(' ', '_')
                .replaceFirst("[-_/]?([12]\\d{3})$", "$1")
                .replaceFirst("^IAU-", "IAU_");
        if (plain.matches("GCRF|EME_J2000|ICRF[1-3]")) {
            return Optional.of(J2000);
        }
        if (plain.matches("ITRF(19|20)?\\d{2}|ITRF|WGS84(_ITRF)?")) {
            return spice("ITRF93")
                    .map(frame -> new ImportedFrame(
                            frame.id,
                            StateRotator.NONE,
                            name + " is written as ITRF93, which agrees with it to centimeters on the ground;"
                                    + " for states in"
                                    + " J2000, also load NAIF's binary PCK of the Earth"));
        }
        return switch (plain) {
            case "TEME", "TEMEOFDATE", "TEME_OF_DATE" -> {
                EarthEquator equator = new EarthEquator();
                yield Optional.of(new ImportedFrame(
                        ReferenceFrame.J2000,
                        equator::toJ2000,
                        name + " is rotated to J2000 as SPICE does for two-line elements (IAU 1976 precession, IAU 1980"
                                + " nutation)"));
            }
            case "ECLIPTIC_OF_J2000.0", "ECLIPTIC", "ECLIPJ2000", "EMECL", "MEANECLPJ2000" ->
                Optional.of(new ImportedFrame(InertialFrame.byName("ECLIPJ2000").id(), StateRotator.NONE, ""));
            case "FK4", "B1950" ->
                Optional.of(new ImportedFrame(InertialFrame.byName("B1950").id(), StateRotator.NONE, ""));
            default -> spice(plain);
        };
    }

    private static Optional<ImportedFrame> spice(String name) {
        try {
            return Optional.of(
                    new ImportedFrame(FrameSystem.builtIn().byName(name).id(), StateRotator.NONE, ""));
        } catch (UnknownNameException _) {
            return Optional.empty();
        }
    }

    /** The frame's name, by SPICE's number. */
    static String name(int id) {
        return FrameSystem.builtIn().byId(id).map(ReferenceFrame::name).orElse("frame " + id);
    }
}
