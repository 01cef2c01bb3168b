package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.service.PathWish;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.NaifIds;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * What the window knows of the sky: the time, the camera, the chosen body, how it is drawn. Every pulse it moves time on and
 * asks the service for the frame of then.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class SkyModel {
    private static final Coverage.Span ANY_TIME = new Coverage.Span(-1e13, 1e13);
    /** A pulse that comes after a pause (a window dragged, a machine asleep) does not make time jump. */
    private static final double LONGEST_PULSE_SECONDS = 0.25;

    /** Longitudes from the Sun's, seen from a body: flown to at most the first, else to the second, radians. */
    private static final double MOST_PHASE = Math.toRadians(75);

    private static final double GOOD_PHASE = Math.toRadians(42);
    /** The steepest that one flies to a body, radians. */
    private static final double STEEPEST = Math.toRadians(38);

    /** Rates that time is slowed to where kernels hold little of it, seconds of sky a second. */
    private static final double[] RATES = {1, 10, 60, 600, 3600, Constants.DAY, 10 * Constants.DAY};

    /** What the kernels hold lasts so long at least, seconds. */
    private static final double LASTS_SECONDS = 30;
    /** From how far a system is seen whole, in its radii. */
    private static final double ROOM = 3.2;
    /** The share of a system's bodies that are in sight then. */
    private static final double MOST = 0.8;
    /** So many times farther than the one before a body still belongs to those. */
    private static final double NEXT = 2;
    /** A kernel of satellites leads to so many planets at most: its own, the Earth, and one that helps to get there. */
    private static final int FEW = 3;

    private final Words words = Words.of(SkyModel.class);
    private final SkyService service;
    private final SkyClock clock;
    private final CameraRig rig = new CameraRig();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NaifIds.EARTH);
    private final ObjectProperty<SkyStyle> style;
    private final ObjectProperty<@Nullable SkyCatalogue> catalogue =
            new SimpleObjectProperty<@Nullable SkyCatalogue>(this, "catalogue", null);

    private boolean astray;
    /** The camera as new kernels met it, when all that they hold stands in one point of it; null else. */
    private @Nullable Camera distant;

    public SkyModel(SkyService service, double et, Theme theme) {
        this.service = service;
        this.clock = new SkyClock(ANY_TIME, et, Constants.DAY);
        this.style = new SimpleObjectProperty<>(this, "style", SkyStyle.first(theme));
        clock.play();
        selected.addListener((o, old, now) -> {
            service.focus(now.intValue());
            style.set(style.get().selected(now.intValue()));
        });
        service.focus(selected.get());
    }

    public SkyService service() {
        return service;
    }

    public SkyClock clock() {
        return clock;
    }

    public CameraRig rig() {
        return rig;
    }

    /** NAIF id of the chosen body. */
    public IntegerProperty selected() {
        return selected;
    }

    public ObjectProperty<SkyStyle> style() {
        return style;
    }

    /** What the present kernels hold; null while none is open. */
    public ObjectProperty<@Nullable SkyCatalogue> catalogue() {
        return catalogue;
    }

    /** Why the numbers shown cannot be trusted, in words: the files of kernels were written to under them. */
    public Optional<String> untrusted() {
        List<String> altered = service.altered();
        return altered.isEmpty() ? Optional.empty() : Optional.of(words.get("untrusted", String.join(", ", altered)));
    }

    /** One pulse: time moves, the camera flies, the frame of now is asked for. */
    public void pulse(long elapsedNanos) {
        follow();
        double seconds = Math.min(elapsedNanos / 1e9, LONGEST_PULSE_SECONDS);
        clock.advance(seconds);
        rig.advance(seconds);
        SkyFrame frame = service.frame();
        if (frame != null) {
            aim(frame);
        }
        SkyCatalogue now = catalogue.get();
        if (now != null
                && (frame == null
                        || frame.et() != clock.et()
                        || frame.catalogue().generation() != now.generation())) {
            service.request(clock.et());
        }
    }

    /** Brings the camera to where the bodies of a frame are, and tells the service which paths are wanted. */
    public void aim(SkyFrame frame) {
        SkyCatalogue now = catalogue.get();
        // A frame of new kernels may be of a time before theirs; then the next one shows what they hold.
        if (astray
                && now != null
                && now.generation() == frame.catalogue().generation()
                && 2 * now.held(frame.et()) >= now.held(clock.et())) {
            astray = false;
            // Whoever has gone elsewhere in the meantime, by a link for one, stays there.
            if (now.placeOf(rig.camera().focus()) < 0 || rig.camera().equals(distant)) {
                rig.set(whole(rig.camera(), frame));
            }
            distant = null;
        }
        rig.aim(new Sky(new DrawnPositions(frame, style.get().scale())));
        service.wish(wish());
    }

    /** Which paths the picture needs. */
    public PathWish wish() {
        return wish(style.get(), rig.camera());
    }

    /** Which paths a picture in a style from a camera needs. */
    public static PathWish wish(SkyStyle style, Camera camera) {
        CameraFrame frame = camera.frame();
        boolean pair = frame.kind() == CameraFrame.Kind.PAIR && frame.a() == style.center();
        boolean centered = style.center() != SkyStyle.NO_CENTER && style.scale() == ScaleMode.TRUE;
        return new PathWish(
                style.paths().osculating(),
                centered ? style.center() : PathWish.NONE,
                centered && pair ? frame.b() : PathWish.NONE);
    }

    /** Where the bodies of a frame are drawn. */
    public static CameraRig.Whereabouts whereabouts(SkyFrame frame, ScaleMode scale) {
        return new Sky(new DrawnPositions(frame, scale));
    }

    /** A frame as the camera's rig sees it. */
    private record Sky(DrawnPositions places) implements CameraRig.Whereabouts {
        @Override
        public boolean of(int body, double[] out) {
            return places.of(body, out);
        }

        @Override
        public boolean velocity(int body, double[] out) {
            return places.velocity(body, out);
        }
    }

    /** Where bodies are now; nowhere before the first frame. */
    public CameraRig.Whereabouts sky() {
        SkyFrame frame = service.frame();
        return frame == null
                ? (body, out) -> false
                : new Sky(new DrawnPositions(frame, style.get().scale()));
    }

    /** Takes over the service's newest catalogue. */
    public void follow() {
        SkyCatalogue newest = service.catalogue();
        if (newest == null || newest == catalogue.get()) {
            return;
        }
        time(newest);
        OptionalInt system = system(newest);
        boolean away = system.isPresent() && !within(newest, rig.camera().focus(), system.getAsInt());
        distant = away ? rig.camera() : null;
        astray = away || newest.placeOf(rig.camera().focus()) < 0;
        catalogue.set(newest);
        if (away && !within(newest, selected.get(), system.getAsInt())) {
            selected.set(first(newest, system.getAsInt()));
        } else if (!tells(newest, selected.get())) {
            selected.set(standIn(newest, selected.get()));
        }
    }

    /**
     * What a kernel of satellites is about: most of its bodies go round it, and of the planets there are only those that
     * lead from there to the Sun and to the Earth. Empty where the planets themselves are something to see.
     */
    private static OptionalInt system(SkyCatalogue catalogue) {
        long planets = catalogue.bodies().stream()
                .filter(b -> !b.isOrigin())
                .mapToInt(b -> NaifIds.planetNumber(b.id()))
                .filter(planet -> planet != 0)
                .distinct()
                .count();
        int middle = middle(catalogue);
        boolean satellites = middle != 0 && middle != NaifIds.SUN && middle != catalogue.origin();
        return satellites && planets <= FEW ? OptionalInt.of(middle) : OptionalInt.empty();
    }

    /** Whether a body is the middle of a system or goes round it. */
    private static boolean within(SkyCatalogue catalogue, int body, int middle) {
        int index = catalogue.indexOf(body);
        return body == middle || (index >= 0 && catalogue.bodies().get(index).parent() == middle);
    }

    /** The middle of a system; where the kernels do not tell of it, what one would look at first of what goes round it. */
    private static int first(SkyCatalogue catalogue, int middle) {
        if (tells(catalogue, middle)) {
            return middle;
        }
        return catalogue.bodies().stream()
                .filter(b -> b.parent() == middle && !b.isOrigin())
                .min(Comparator.comparingInt(b -> BodyLook.of(b.id()).rank()))
                .map(SkyBody::id)
                .orElse(middle);
    }

    /** Brings time to where the kernels have something to show, at a rate at which that lasts a while. */
    private void time(SkyCatalogue newest) {
        Coverage.Span rich = newest.richest();
        if (2 * newest.held(clock.et()) < newest.held((rich.start() + rich.end()) / 2)) {
            clock.span(ANY_TIME);
            // Not at the very edge: there a step back would end it.
            clock.jump(rich.start() + (rich.end() - rich.start()) * 1e-3);
            double fitting = 1;
            for (double rate : RATES) {
                fitting = rate * LASTS_SECONDS <= rich.end() - rich.start() ? rate : fitting;
            }
            if (Math.abs(clock.rate()) > fitting) {
                clock.rate(fitting);
            }
        }
        clock.span(newest.span());
    }

    /** Whether the kernels say where a body is, and not only that others are measured from it. */
    private static boolean tells(SkyCatalogue catalogue, int id) {
        int index = catalogue.indexOf(id);
        return index >= 0 && !catalogue.bodies().get(index).isOrigin();
    }

    private static int standIn(SkyCatalogue catalogue, int id) {
        OptionalInt held = held(catalogue, id);
        if (held.isPresent() && tells(catalogue, held.getAsInt())) {
            return held.getAsInt();
        }
        return catalogue.bodies().stream()
                .filter(b -> !b.isOrigin())
                .min(Comparator.comparingInt(b -> BodyLook.of(b.id()).rank()))
                .orElse(catalogue.bodies().getFirst())
                .id();
    }

    /** What most of the bodies go round. */
    private static int middle(SkyCatalogue catalogue) {
        Map<Integer, Integer> around = new HashMap<>();
        for (SkyBody body : catalogue.bodies()) {
            if (!body.isOrigin() && (catalogue.placeOf(body.parent()) >= 0 || body.parent() == catalogue.origin())) {
                around.merge(body.parent(), 1, Integer::sum);
            }
        }
        return around.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(catalogue.origin());
    }

    /** Where the kernels do not hold what was looked at, or only in one point: as much of what they hold as there is, about what most go round. */
    private static Camera whole(Camera camera, SkyFrame frame) {
        SkyCatalogue catalogue = frame.catalogue();
        int focus = middle(catalogue);
        DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
        double[] middle = new double[3];
        if (!places.of(focus, middle)) {
            return camera.at(focus);
        }
        double[] at = new double[3];
        List<Double> reaches = new ArrayList<>();
        for (SkyBody body : catalogue.bodies()) {
            if (body.parent() == focus && !body.isOrigin() && places.of(body.id(), at)) {
                reaches.add(Math.hypot(Math.hypot(at[0] - middle[0], at[1] - middle[1]), at[2] - middle[2]));
            }
        }
        reaches.sort(Comparator.naturalOrder());
        // One moon far out does not make all the others dots.
        int last = (int) Math.ceil(MOST * reaches.size()) - 1;
        while (last >= 0 && last + 1 < reaches.size() && reaches.get(last + 1) < NEXT * reaches.get(last)) {
            last++;
        }
        double reach = last < 0 ? 0 : reaches.get(last);
        double far = Math.max(reach, BodyLook.of(focus).radius() * 2);
        return free(camera).at(focus).distance(far > 0 ? far * ROOM : camera.distance());
    }

    /**
     * The body itself, or the barycenter that stands for a planet, or the planet for a barycenter, or the asteroid under
     * NAIF's other number; empty if none is held.
     */
    private static OptionalInt held(SkyCatalogue catalogue, int id) {
        int barycenter = NaifIds.isPlanet(id) ? NaifIds.planetNumber(id) : 0;
        int planet = NaifIds.isPlanetarySystem(id) ? NaifIds.planetOf(id) : 0;
        int other = NaifIds.otherAsteroidNumber(id).orElse(0);
        for (int candidate : new int[] {id, barycenter, planet, other}) {
            if (candidate != 0 && catalogue.indexOf(candidate) >= 0) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }

    /** Which body of the present kernels stands for an id; empty if none does. */
    public OptionalInt held(int id) {
        SkyCatalogue now = catalogue.get();
        return now == null ? OptionalInt.empty() : held(now, id);
    }

    /** The bodies that are drawn at an epoch, from the Sun outwards in the order of their ids. */
    public List<Integer> shown() {
        SkyCatalogue now = catalogue.get();
        List<Integer> ids = new ArrayList<>();
        if (now != null) {
            for (SkyBody body : now.bodies()) {
                if (body.covers(clock.et()) && !doubled(now, body.id(), clock.et())) {
                    ids.add(body.id());
                }
            }
        }
        ids.sort((a, b) -> Double.compare(NaifIds.order(a), NaifIds.order(b)));
        return ids;
    }

    /** All bodies of the kernels, now in the sky or not, in the same order; no planet twice. */
    public List<Integer> every() {
        SkyCatalogue now = catalogue.get();
        List<Integer> ids = new ArrayList<>();
        if (now != null) {
            for (SkyBody body : now.bodies()) {
                if (!NaifIds.isPlanetarySystem(body.id()) || now.indexOf(NaifIds.planetOf(body.id())) < 0) {
                    ids.add(body.id());
                }
            }
        }
        ids.sort((a, b) -> Double.compare(NaifIds.order(a), NaifIds.order(b)));
        return ids;
    }

    /** Whether a barycenter need not be drawn because the planet itself is there. */
    static boolean doubled(SkyCatalogue catalogue, int id, double et) {
        if (!NaifIds.isPlanetarySystem(id)) {
            return false;
        }
        int planet = catalogue.indexOf(NaifIds.planetOf(id));
        return planet >= 0 && catalogue.bodies().get(planet).covers(et);
    }

    /** Chooses the next body (or the one before, with -1). */
    public void step(int by) {
        List<Integer> ids = shown();
        if (!ids.isEmpty()) {
            int at = ids.indexOf(selected.get());
            selected.set(ids.get(Math.floorMod(at < 0 ? 0 : at + by, ids.size())));
        }
    }

    /** Flies to a body, near enough to see it as a disc, and to where the Sun shines on it. */
    public void flyTo(int body) {
        selected.set(body);
        CameraRig.Whereabouts sky = sky();
        rig.fly(towards(body, sky), sky);
    }

    /** Is near a body at once, as it is in a frame: for pictures. */
    public void follow(int body, SkyFrame frame) {
        selected.set(body);
        rig.set(towards(body, new Sky(new DrawnPositions(frame, style.get().scale()))));
    }

    /**
     * A camera near a body; where no kernel holds it now, near the planet that it goes round; where that is the Sun or not
     * known either, the camera stays: nowhere is no place to look at.
     */
    private Camera towards(int body, CameraRig.Whereabouts sky) {
        SkyCatalogue now = catalogue.get();
        double[] at = new double[3];
        int place = body;
        // A chain of centers is never longer than this.
        for (int hop = 0; hop < 8 && !sky.of(place, at); hop++) {
            int index = now == null ? -1 : now.indexOf(place);
            int parent = now == null || index < 0
                    ? NaifIds.SUN
                    : now.bodies().get(index).parent();
            if (parent == NaifIds.SUN || parent == place || now == null || parent == now.origin()) {
                return rig.camera();
            }
            place = parent;
        }
        return sunny(near(free(rig.camera()), place), sky);
    }

    /** A camera so near to a body that it is seen as a disc. */
    static Camera near(Camera camera, int body) {
        double radius = BodyLook.of(body).radius();
        return camera.at(body).distance(radius > 0 ? radius * (body == NaifIds.SUN ? 90 : 9) : 2e4);
    }

    /** Turned, if need be, to where most of the body's day is seen. */
    static Camera sunny(Camera camera, CameraRig.Whereabouts sky) {
        double[] sun = new double[3];
        double[] at = new double[3];
        boolean still = camera.frame().kind() != CameraFrame.Kind.ECLIPTIC;
        if (still || camera.focus() == NaifIds.SUN || !sky.of(NaifIds.SUN, sun) || !sky.of(camera.focus(), at)) {
            return camera;
        }
        Axes.ECLIPTIC.fromSky(sun[0] - at[0], sun[1] - at[1], sun[2] - at[2], sun);
        double lit = Math.atan2(sun[1], sun[0]);
        double away = Math.IEEEremainder(camera.yaw() - lit, 2 * Math.PI);
        return Math.abs(away) <= MOST_PHASE
                ? camera.direction(camera.yaw(), Math.clamp(camera.pitch(), -STEEPEST, STEEPEST))
                : camera.direction(lit + Math.copySign(GOOD_PHASE, away), Math.clamp(camera.pitch(), -0.3, 0.3));
    }

    /** The same camera with an eye that is not held at a body. */
    public static Camera free(Camera camera) {
        return camera.frame().kind() == CameraFrame.Kind.FROM
                ? camera.in(CameraFrame.ECLIPTIC, Axes.ECLIPTIC, 0)
                : camera;
    }

    /** Looks from one of the usual sides. */
    public void look(ViewSide preset) {
        rig.fly(preset.of(rig.camera(), selected.get()), sky());
    }

    /**
     * Puts a body in the middle, and draws all paths relative to it; the distance stays.
     *
     * @param body NAIF id; {@link SkyStyle#NO_CENTER} gives each path its own center again
     */
    public void center(int body) {
        if (body != SkyStyle.NO_CENTER) {
            rig.fly(free(rig.camera()).at(body), sky());
        } else if (rig.camera().frame().kind() == CameraFrame.Kind.PAIR) {
            rig.frame(CameraFrame.ECLIPTIC, sky());
        }
        style.set(style.get().center(body));
    }

    /** Lets the view turn with the chosen body and what it goes round, or stand still again. */
    public void turnWithChosen() {
        SkyCatalogue now = catalogue.get();
        int body = selected.get();
        int index = now == null ? -1 : now.indexOf(body);
        if (rig.camera().frame().kind() == CameraFrame.Kind.PAIR) {
            center(SkyStyle.NO_CENTER);
        } else if (now != null && index >= 0) {
            int parent = now.bodies().get(index).parent();
            if (parent != body && now.placeOf(parent) >= 0) {
                turnWith(parent, body);
            }
        }
    }

    /** Lets the view turn with a pair of bodies: the line between them stands still, and paths are drawn along it. */
    public void turnWith(int first, int second) {
        rig.set(CameraRig.rebase(free(rig.camera()), first, sky()).at(first));
        rig.frame(CameraFrame.pair(first, second), sky());
        style.set(style.get().center(first));
    }
}
