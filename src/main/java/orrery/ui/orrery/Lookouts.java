package orrery.ui.orrery;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * Viewpoints: the ground of the body underfoot, the Moon beneath the Earth, a spacecraft's
 * camera.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class Lookouts {
    /** How high above the horizon the first body viewed from the ground is, degrees. */
    private static final double LOW = 12;

    private static final double FIRST_FIELD = 40;
    /** In the Sea of Humboldt, at the edge of the disc that the Earth sees. */
    private static final Ground HUMBOLDT = new Ground(70, 50);
    /** Of a spacecraft whose camera is not known, degrees. */
    private static final double ORDINARY_CAMERA = 10;

    /**
     * Fields of view over the height of the picture of spacecrafts' wide cameras, degrees, from: NSSDCA's catalogue
     * (Cassini 1997-061A-02, Dawn 2007-043A-01); MVIC's entry in the Planetary Data System (NH-J-MVIC-2-JUPITER: 100
     * mrad); Hawkins et al. 2007, "The Mercury Dual Imaging System"; calibration of the OSIRIS wide angle camera for
     * Rosetta (12 x 12 degrees); DLR on HRSC (51.84 km at 250 km); JunoCam's swath. Of the Voyagers (about 3 degrees)
     * and Galileo (800 pixels at 1,500 mm) the last digit is not confirmed.
     */
    private static final Map<Integer, Double> CAMERAS = Map.of(
            -31, 3.17, // Voyager 1, wide angle
            -32, 3.17, // Voyager 2
            -77, 0.46, // Galileo, SSI
            -82, 3.5, // Cassini, ISS wide angle
            -98, 5.73, // New Horizons, MVIC
            -61, 58.0, // Juno, JunoCam
            -203, 5.5, // Dawn, FC
            -226, 12.0, // Rosetta, OSIRIS wide angle
            -236, 10.5, // MESSENGER, MDIS wide angle
            -41, 11.84); // Mars Express, HRSC

    private final SkyModel model;

    public Lookouts(SkyModel model) {
        this.model = model;
    }

    /** Looks at the selected body from the body underfoot, or from the Earth if there is none. */
    public void lookAtChosen() {
        Camera camera = model.rig().camera();
        CameraFrame frame = camera.frame();
        int chosen = model.selected().get();
        if (frame.kind() != CameraFrame.Kind.FROM && chosen != NaifIds.EARTH) {
            model.stand(NaifIds.EARTH, chosen, FIRST_FIELD);
        } else if (frame.kind() == CameraFrame.Kind.FROM && chosen != frame.a()) {
            model.stand(frame.a(), chosen, camera.field(), frame.ground());
        }
    }

    /**
     * Steps from the center of a body to its ground, and back: to the place chosen on the Earth, otherwise to one where
     * the target is low in the sky. If no body is underfoot, goes to the selected body. Bodies without ground are left
     * as they are.
     */
    public void horizon() {
        Camera camera = model.rig().camera();
        if (camera.frame().kind() != CameraFrame.Kind.FROM) {
            model.stand();
            camera = model.rig().goal();
        }
        CameraFrame frame = camera.frame();
        Optional<Ground> next = frame.ground().isPresent() ? Optional.empty() : place(frame.a(), camera.focus());
        model.stand(frame.a(), camera.focus(), frame.field() > 0 ? frame.field() : FIRST_FIELD, next);
    }

    /**
     * The place on the Earth that is chosen; of other bodies one from where another stands low in the south or north.
     */
    private Optional<Ground> place(int from, int at) {
        Optional<Ground> chosen = from == NaifIds.EARTH
                ? model.site().get().map(site -> new Ground(site.longitude(), site.latitude()))
                : Optional.empty();
        double[] turn = new double[9];
        double[] here = new double[3];
        double[] there = new double[3];
        CameraRig.Whereabouts sky = model.sky();
        boolean known = sky.turn(from, turn) && sky.of(from, here) && sky.of(at, there);
        return chosen.isPresent() || !known
                ? chosen
                : Optional.of(Ground.under(turn, there[0] - here[0], there[1] - here[1], there[2] - here[2], LOW));
    }

    /** The Earth over the horizon of the Moon. */
    public void earthFromMoon() {
        model.selected().set(NaifIds.EARTH);
        model.stand(NaifIds.MOON, NaifIds.EARTH, FIRST_FIELD, Optional.of(HUMBOLDT));
    }

    /**
     * What a spacecraft's camera sees of the body that looms largest there: the chosen one's, else of the first that is
     * there.
     */
    public void spacecraft() {
        OptionalInt craft = craft();
        OptionalInt target = craft.isPresent() ? largest(craft.getAsInt()) : OptionalInt.empty();
        if (craft.isPresent() && target.isPresent()) {
            double field = CAMERAS.getOrDefault(craft.getAsInt(), ORDINARY_CAMERA);
            model.stand(craft.getAsInt(), target.getAsInt(), field, Optional.empty());
        }
    }

    private OptionalInt craft() {
        if (isCraft(model.selected().get())) {
            return OptionalInt.of(model.selected().get());
        }
        return model.shown().stream()
                .filter(Lookouts::isCraft)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static boolean isCraft(int id) {
        return BodyLook.of(id).body().kind() == BodyKind.SPACECRAFT;
    }

    private OptionalInt largest(int from) {
        SkyCatalogue catalogue = model.catalogue().get();
        double[] here = new double[3];
        double[] there = new double[3];
        CameraRig.Whereabouts sky = model.sky();
        if (catalogue == null || !sky.of(from, here)) {
            return OptionalInt.empty();
        }
        int best = from;
        double most = 0;
        for (SkyBody body : catalogue.bodies()) {
            double radius = BodyLook.of(body.id()).radius();
            if (body.id() != from && radius > 0 && sky.of(body.id(), there)) {
                double size =
                        radius / Math.hypot(Math.hypot(there[0] - here[0], there[1] - here[1]), there[2] - here[2]);
                if (size > most) {
                    most = size;
                    best = body.id();
                }
            }
        }
        return best == from ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
