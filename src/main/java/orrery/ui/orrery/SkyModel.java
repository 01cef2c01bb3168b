package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Coverage;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.ui.fx.Theme;

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

    private final SkyService service;
    private final SkyClock clock;
    private final CameraRig rig = new CameraRig();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 399);
    private final ObjectProperty<SkyStyle> style;
    private final ObjectProperty<@Nullable SkyCatalogue> catalogue =
            new SimpleObjectProperty<@Nullable SkyCatalogue>(this, "catalogue", null);

    public SkyModel(SkyService service, double et, Theme theme) {
        this.service = service;
        this.clock = new SkyClock(ANY_TIME, et, SkyClock.DAY);
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

    /** One pulse: time moves, the camera flies, the frame of now is asked for. */
    public void pulse(long elapsedNanos) {
        follow();
        double seconds = Math.min(elapsedNanos / 1e9, LONGEST_PULSE_SECONDS);
        clock.advance(seconds);
        rig.advance(seconds);
        SkyFrame frame = service.frame();
        SkyCatalogue now = catalogue.get();
        if (now != null
                && (frame == null
                        || frame.et() != clock.et()
                        || frame.catalogue().generation() != now.generation())) {
            service.request(clock.et());
        }
    }

    /** Takes over the service's newest catalogue. */
    public void follow() {
        SkyCatalogue newest = service.catalogue();
        if (newest == null || newest == catalogue.get()) {
            return;
        }
        clock.span(newest.span());
        catalogue.set(newest);
        if (newest.indexOf(selected.get()) < 0) {
            selected.set(standIn(newest, selected.get()));
        }
        if (newest.indexOf(rig.camera().focus()) < 0) {
            int focus =
                    newest.indexOf(10) >= 0 ? 10 : newest.bodies().getFirst().id();
            rig.set(rig.camera().at(focus));
        }
    }

    private static int standIn(SkyCatalogue catalogue, int id) {
        int barycenter = id / 100;
        if (id % 100 == 99 && catalogue.indexOf(barycenter) >= 0) {
            return barycenter;
        }
        if (id >= 1 && id <= 9 && catalogue.indexOf(id * 100 + 99) >= 0) {
            return id * 100 + 99;
        }
        return catalogue.bodies().getFirst().id();
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
        ids.sort((a, b) -> Double.compare(order(a), order(b)));
        return ids;
    }

    /** Whether a barycentre need not be drawn because the planet itself is there. */
    static boolean doubled(SkyCatalogue catalogue, int id, double et) {
        if (id < 1 || id > 9) {
            return false;
        }
        int planet = catalogue.indexOf(id * 100 + 99);
        return planet >= 0 && catalogue.bodies().get(planet).covers(et);
    }

    /** Sun, then each planet followed by its moons, then everything else. */
    private static double order(int id) {
        if (id == 10) {
            return 0;
        }
        if (id >= 1 && id <= 9) {
            return id;
        }
        if (id >= 100 && id <= 999) {
            return Math.floor(id / 100.0) + (id % 100 == 99 ? 0 : id % 100 / 100.0);
        }
        return id < 0 ? 1e10 - id : id;
    }

    /** Chooses the next body (or the one before, with -1). */
    public void step(int by) {
        List<Integer> ids = shown();
        if (!ids.isEmpty()) {
            int at = ids.indexOf(selected.get());
            selected.set(ids.get(Math.floorMod(at < 0 ? 0 : at + by, ids.size())));
        }
    }

    /** Flies to a body, near enough to see it as a disc. */
    public void flyTo(int body) {
        selected.set(body);
        double radius = BodyLook.of(body).radius();
        double distance = radius > 0 ? radius * (body == 10 ? 90 : 9) : 2e4;
        rig.fly(rig.camera().at(body).distance(distance), this::place);
    }

    /** Where a body is drawn now, km, ICRF; false if it is not there. */
    public boolean place(int body, double[] out) {
        SkyFrame frame = service.frame();
        return frame != null && new Places(frame, style.get().scale()).of(body, out);
    }
}
