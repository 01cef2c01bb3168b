package orrery.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orrery.frames.FrameSystem;
import orrery.frames.InertialFrame;
import orrery.frames.ReferenceFrame;
import orrery.frames.UnknownNameException;
import orrery.spk.EarthEquator;

/**
 * The frame that a file names, as SPK has it.
 *
 * @param id SPICE's number of the frame that the segment is in
 * @param turn how states get there
 * @param note what is to be said of it; empty where nothing is
 */
record ImportedFrame(int id, StateTurn turn, String note) {
    static final ImportedFrame J2000 = new ImportedFrame(ReferenceFrame.J2000, StateTurn.NONE, "");

    /** Names of other programs, and SPICE's. */
    private static final List<String> CELESTIAL = List.of("EME2000", "J2000", "ICRF", "ICRS", "GCRF", "EME_J2000");

    /**
     * By name.
     *
     * @param center NAIF id, for frames that turn with it
     * @return empty where nothing is known of such a frame
     */
    static Optional<ImportedFrame> of(String name, int center) {
        String plain =
                name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replaceFirst("[-_/]?([12]\\d{3})$", "$1");
        if (CELESTIAL.contains(plain) || plain.matches("ICRF[1-3]?")) {
            return Optional.of(J2000);
        }
        if (plain.matches("ITRF(19|20)?\\d{2}|ITRF|WGS84(_ITRF)?")) {
            return spice("ITRF93")
                    .map(frame -> new ImportedFrame(
                            frame.id,
                            StateTurn.NONE,
                            name + " is written as ITRF93, centimeters from it on the ground; who asks for states in"
                                    + " J2000 loads NAIF's binary PCK of the Earth beside it"));
        }
        return switch (plain) {
            case "TEME", "TEMEOFDATE", "TEME_OF_DATE" -> {
                EarthEquator equator = new EarthEquator();
                yield Optional.of(new ImportedFrame(
                        ReferenceFrame.J2000,
                        equator::toJ2000,
                        name + " is turned to J2000 as SPICE turns two-line elements (IAU 1976 precession, IAU 1980"
                                + " nutation)"));
            }
            case "ECLIPTIC_OF_J2000.0", "ECLIPTIC", "ECLIPJ2000", "EMECL", "MEANECLPJ2000" ->
                Optional.of(new ImportedFrame(InertialFrame.byName("ECLIPJ2000").id(), StateTurn.NONE, ""));
            case "FK4", "B1950" ->
                Optional.of(new ImportedFrame(InertialFrame.byName("B1950").id(), StateTurn.NONE, ""));
            default -> spice(plain);
        };
    }

    private static Optional<ImportedFrame> spice(String name) {
        try {
            return Optional.of(
                    new ImportedFrame(FrameSystem.builtIn().byName(name).id(), StateTurn.NONE, ""));
        } catch (UnknownNameException _) {
            return Optional.empty();
        }
    }

    /** The frame's name, by SPICE's number. */
    static String name(int id) {
        return FrameSystem.builtIn().byId(id).map(ReferenceFrame::name).orElse("frame " + id);
    }
}
