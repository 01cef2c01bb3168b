package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Site;
import orrery.math.Constants;
import orrery.service.PathWish;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.service.SkyPreview;
import orrery.service.SkyService;
import orrery.spk.NaifIds;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * What the window knows about the sky: the time, the camera, the selected body, how it is drawn. Every pulse it
 * advances time and requests the service's frame for that time.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class SkyModel {
    /** A pulse after a pause (a dragged window, a sleeping machine) does not make time jump. */
    private static final double LONGEST_PULSE_SECONDS = 0.25;

    /** From this many times its extent away, a whole path is in view. */
    private static final double WHOLE_WAY = 3.2;

    private static final double WHOLE_WAY_SECONDS = 20;

    private final Words words = Words.of(SkyModel.class);
    private final SkyService service;
    private final SkyClock clock;
    private final CameraRig rig = new CameraRig();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", NaifIds.EARTH);
    private final ObjectProperty<SkyStyle> style;
    private final ObjectProperty<@Nullable SkyCatalogue> catalogue =
            new SimpleObjectProperty<@Nullable SkyCatalogue>(this, "catalogue", null);

    private final ObjectProperty<Optional<Site>> site = new SimpleObjectProperty<>(this, "site", Optional.empty());

    private Pilot pilot = _ -> false;
    private boolean astray;
    /** The camera when new kernels arrived, if all their contents are at one point; else null. */
    private @Nullable Camera distant;

    /** Controls time and camera instead of the clock and the rig, as a tour does. */
    @FunctionalInterface
    public interface Pilot {
        /**
         * Advances them, once per pulse.
         *
         * @return false if it controls nothing now; then they move by themselves
         */
        boolean advance(double seconds);
    }

    public SkyModel(SkyService service, double et, Theme theme) {
        this.service = service;
        this.clock = new SkyClock(FirstLook.ANY_TIME, et, Constants.DAY);
        this.style = new SimpleObjectProperty<>(this, "style", SkyStyle.first(theme));
        clock.play();
        selected.addListener((o, old, now) -> {
            service.focus(now.intValue());
            style.set(style.get().selected(now.intValue()));
        });
        service.focus(selected.get());
        site.addListener((o, old, now) -> service.site(now));
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

    /** NAIF id of the selected body. */
    public IntegerProperty selected() {
        return selected;
    }

    /** The place on the Earth whose sky is described; empty if none is selected. */
    public ObjectProperty<Optional<Site>> site() {
        return site;
    }

    public ObjectProperty<SkyStyle> style() {
        return style;
    }

    /** The contents of the current kernels; null while none is open. */
    public ObjectProperty<@Nullable SkyCatalogue> catalogue() {
        return catalogue;
    }

    /** Why the numbers shown cannot be trusted, in words: kernel files were overwritten while in use. */
    public Optional<String> untrusted() {
        List<String> altered = service.altered();
        return altered.isEmpty() ? Optional.empty() : Optional.of(words.get("untrusted", String.join(", ", altered)));
    }

    /** Hands control of time and camera over from now on. */
    public void pilot(Pilot leading) {
        pilot = leading;
    }

    /** One pulse: time advances, the camera flies, the frame for now is requested. */
    public void pulse(long elapsedNanos) {
        follow();
        double seconds = Math.min(elapsedNanos / 1e9, LONGEST_PULSE_SECONDS);
        if (!pilot.advance(seconds)) {
            clock.advance(seconds);
            rig.advance(seconds);
        }
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

    /** Updates the camera for the bodies of a frame, and tells the service which paths are needed. */
    public void aim(SkyFrame frame) {
        SkyCatalogue now = catalogue.get();
        // A frame of new kernels may be for a time outside their coverage; then the next one shows what they contain.
        if (astray
                && now != null
                && now.generation() == frame.catalogue().generation()
                && 2 * now.held(frame.et()) >= now.held(clock.et())) {
            astray = false;
            // If the user has gone elsewhere in the meantime, by a link for example, the view stays there.
            if (now.placeOf(rig.camera().focus()) < 0 || rig.camera().equals(distant)) {
                rig.set(FirstLook.whole(rig.camera(), frame));
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
                centered && pair ? frame.b() : PathWish.NONE,
                style.selected());
    }

    /** Where the bodies of a frame are drawn. */
    public static CameraRig.Whereabouts whereabouts(SkyFrame frame, ScaleMode scale) {
        return new Sky(new DrawnPositions(frame, scale));
    }

    /** A frame as seen by the camera's rig. */
    private record Sky(DrawnPositions places) implements CameraRig.Whereabouts {
        @Override
        public boolean of(int body, double[] out) {
            return places.of(body, out);
        }

        @Override
        public boolean velocity(int body, double[] out) {
            return places.velocity(body, out);
        }

        @Override
        public boolean turn(int body, double[] out) {
            return places.turn(body, out);
        }
    }

    /** Where bodies are now; nowhere before the first frame. */
    public CameraRig.Whereabouts sky() {
        SkyFrame frame = service.frame();
        return frame == null
                ? (body, out) -> false
                : new Sky(new DrawnPositions(frame, style.get().scale()));
    }

    /** Takes the service's newest catalogue. */
    public void follow() {
        SkyCatalogue newest = service.catalogue();
        if (newest == null || newest == catalogue.get()) {
            return;
        }
        FirstLook.time(clock, newest);
        OptionalInt system = FirstLook.system(newest);
        boolean away =
                system.isPresent() && !FirstLook.within(newest, rig.camera().focus(), system.getAsInt());
        distant = away ? rig.camera() : null;
        astray = away || newest.placeOf(rig.camera().focus()) < 0;
        catalogue.set(newest);
        if (away && !FirstLook.within(newest, selected.get(), system.getAsInt())) {
            selected.set(FirstLook.first(newest, system.getAsInt()));
        } else if (!FirstLook.tells(newest, selected.get())) {
            selected.set(FirstLook.standIn(newest, selected.get()));
        }
    }

    /** The body of the current kernels that stands for an id; empty if none does. */
    public OptionalInt held(int id) {
        SkyCatalogue now = catalogue.get();
        return now == null ? OptionalInt.empty() : FirstLook.held(now, id);
    }

    /** The bodies drawn at an epoch, from the Sun outward in the order of their ids. */
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

    /** All bodies of the kernels, in the sky now or not, in the same order; no planet twice. */
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

    /** Whether a barycenter need not be drawn because the planet itself is present. */
    static boolean doubled(SkyCatalogue catalogue, int id, double et) {
        if (!NaifIds.isPlanetarySystem(id)) {
            return false;
        }
        int planet = catalogue.indexOf(NaifIds.planetOf(id));
        return planet >= 0 && catalogue.bodies().get(planet).covers(et);
    }

    /** Selects the next body (or the previous one, with -1). */
    public void step(int by) {
        List<Integer> ids = shown();
        if (!ids.isEmpty()) {
            int at = ids.indexOf(selected.get());
            selected.set(ids.get(Math.floorMod(at < 0 ? 0 : at + by, ids.size())));
        }
    }

    /** Flies to a body, near enough to see it as a disc, on its sunlit side. */
    public void flyTo(int body) {
        selected.set(body);
        CameraRig.Whereabouts sky = sky();
        rig.fly(Approach.towards(rig.camera(), catalogue.get(), body, sky), sky);
    }

    /** Moves instantly to a body, as it is in a frame: for pictures. */
    public void follow(int body, SkyFrame frame) {
        selected.set(body);
        rig.set(Approach.towards(
                rig.camera(),
                catalogue.get(),
                body,
                new Sky(new DrawnPositions(frame, style.get().scale()))));
    }

    /** Flies to a preview, near enough to see its whole path, at a time when it has data. */
    public void show(SkyPreview.Way way) {
        if (!way.covers(clock.et())) {
            clock.jump(way.path().start());
        }
        // All of it, or one turn of many, in a third of a minute.
        clock.rate(Math.min(way.path().period(), way.path().end() - way.path().start()) / WHOLE_WAY_SECONDS);
        style.set(style.get().center(SkyStyle.NO_CENTER).scale(ScaleMode.TRUE));
        rig.fly(Approach.free(rig.camera()).at(way.path().parent()).distance(way.reach() * WHOLE_WAY), sky());
    }

    /** Looks from one of the standard directions. */
    public void look(ViewSide preset) {
        rig.fly(preset.of(rig.camera(), selected.get()), sky());
    }

    /**
     * Puts a body in the middle, and draws all paths relative to it; the distance does not change.
     *
     * @param body NAIF id; {@link SkyStyle#NO_CENTER} returns each path to its own center
     */
    public void center(int body) {
        if (body != SkyStyle.NO_CENTER) {
            rig.fly(Approach.free(rig.camera()).at(body), sky());
        } else if (rig.camera().frame().kind() == CameraFrame.Kind.PAIR) {
            rig.frame(CameraFrame.ECLIPTIC, sky());
        }
        style.set(style.get().center(body));
    }

    /** The initial field of view from a body, degrees. */
    private static final double FIRST_FIELD = 40;

    /**
     * Stands on the selected body: the eye stays there and looks at what was in the middle, else at the Sun, or from
     * the Sun at the Earth.
     */
    public void stand() {
        int body = selected.get();
        int middle = rig.camera().focus();
        int sun = body == NaifIds.SUN ? NaifIds.EARTH : NaifIds.SUN;
        stand(body, middle == body || placed(middle) < 0 ? sun : middle, FIRST_FIELD);
    }

    /**
     * Stands on a body and looks at another.
     *
     * @param field field of view, degrees
     */
    public void stand(int from, int at, double field) {
        boolean home = from == NaifIds.EARTH && at != from;
        stand(from, at, field, home ? site.get().map(p -> new Ground(p.longitude(), p.latitude())) : Optional.empty());
    }

    /** As that, on the ground of the body; empty for its middle. */
    public void stand(int from, int at, double field, Optional<Ground> ground) {
        rig.fly(
                Approach.free(rig.camera())
                        .at(at)
                        .orthographic(false)
                        .in(CameraFrame.from(from, field).on(ground), Axes.ECLIPTIC, 1),
                sky());
    }

    private int placed(int body) {
        SkyCatalogue now = catalogue.get();
        return now == null ? -1 : now.placeOf(body);
    }

    /** Makes the view rotate with the selected body and its center, or stop rotating. */
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

    /**
     * Makes the view rotate with a pair of bodies: the line between them is fixed, and paths are drawn in those axes.
     */
    public void turnWith(int first, int second) {
        rig.set(CameraRig.rebase(Approach.free(rig.camera()), first, sky()).at(first));
        rig.frame(CameraFrame.pair(first, second), sky());
        style.set(style.get().center(first));
    }
}
