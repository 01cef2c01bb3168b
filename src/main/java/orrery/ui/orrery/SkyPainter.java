package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import orrery.service.PathWish;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;

/**
 * Paints the sky: everything at infinity, distance rings, paths, bodies, in that order. The same inputs give the same
 * pixels.
 *
 * <p>Confined to one thread; keeps scratch only.
 */
public final class SkyPainter {
    /** An eye nearer to a planet than this share of its moon's distance counts as standing on it. */
    private static final double WITHIN = 0.05;

    /** A marker replaces a body until the body is as large. */
    private static final double UNMARKED = 0.6;
    /** A dot of a crowd, pixels of the scene. */
    private static final double DOT = 0.75;

    /**
     * Up to so many dots are drawn in full strength; more of them are fainter, but not fainter than this share of it.
     */
    private static final double BRIGHT = 4_000;

    private static final double FAINTEST = 0.4;

    /** With more bodies than this, the paths of minor bodies are hairlines. */
    private static final int CROWD = 64;

    /** From this radius on, in scene pixels, paths that pass in front of a disc are handled. */
    private static final double DISC = 8;

    private static final Comparator<DrawnBody> FARTHEST_FIRST =
            Comparator.comparingDouble(DrawnBody::depth).reversed();

    private final Stroke stroke = new Stroke();
    private final BodyPainter orb;
    private final BodyMarks marks = new BodyMarks(stroke);
    private final PathPainter paths = new PathPainter(stroke);
    private final GhostPainter ghosts = new GhostPainter(stroke, paths);
    private final PreviewPainter previews = new PreviewPainter(stroke, paths);
    private final TailPainter tails = new TailPainter(stroke);
    private final HorizonPainter horizon = new HorizonPainter(stroke);
    private final GridPainter rings = new GridPainter(stroke);
    private final Backdrop backdrop;
    private final double[] seen = new double[3];
    private final double[] light = new double[3];
    private final double[] at = new double[3];
    private final double[] sun = new double[3];
    private final double[] parent = new double[3];
    private final List<DrawnBody> byDepth = new ArrayList<>();
    private final List<DrawnPath> drawn = new ArrayList<>();

    /** A painter that waits for everything it needs: its pictures are complete. */
    public SkyPainter() {
        this(true);
    }

    /**
     * @param patient whether to wait for surfaces and the Milky Way when they are first needed; else they appear a few
     * frames later
     */
    SkyPainter(boolean patient) {
        orb = new BodyPainter(patient);
        backdrop = new Backdrop(stroke, patient);
    }

    /** Paints a frame over the contents of the raster. */
    public Picture paint(
            Raster raster, SkyFrame frame, SkyPaths around, Camera camera, Viewport viewport, SkyStyle style) {
        long begin = System.nanoTime();
        DrawnPositions places = new DrawnPositions(frame, style.scale());
        Projection projection = projection(places, camera, viewport);
        List<DrawnBody> spots = spots(places, camera, projection, viewport, style);
        Painting scene = new Painting(raster, places, around, camera, projection, viewport, style, spots);
        List<Picture.Tick> ticks = new ArrayList<>(backdrop.paint(raster, projection, viewport, style));
        if (style.rings()) {
            ticks.addAll(rings.paint(scene));
        }
        for (DrawnBody spot : spots) {
            paths(scene, spot);
        }
        previews.ways(scene);
        bodies(scene);
        ticks.addAll(horizon.paint(raster, camera, projection, viewport, scene.palette()));
        ticks.addAll(ghosts.paint(scene));
        ticks.addAll(previews.marks(scene));
        return new Picture(
                raster, frame, around, style, camera, viewport, projection, spots, ticks, System.nanoTime() - begin);
    }

    /** Where the bodies of a frame are, without painting them: a picture without pixels, paths and ticks. */
    public Picture outline(SkyFrame frame, Camera camera, Viewport viewport, SkyStyle style) {
        DrawnPositions places = new DrawnPositions(frame, style.scale());
        Projection projection = projection(places, camera, viewport);
        List<DrawnBody> spots = spots(places, camera, projection, viewport, style);
        return new Picture(
                new Raster(1, 1), frame, SkyPaths.NONE, style, camera, viewport, projection, spots, List.of(), 0);
    }

    /** The projection of a frame: the pivot travels with the camera's focus, or the Sun, or the origin. */
    static Projection projection(DrawnPositions places, Camera camera, Viewport viewport) {
        double[] focus = new double[3];
        if (!places.of(camera.focus(), focus) && !places.of(NaifIds.SUN, focus)) {
            focus[0] = 0;
            focus[1] = 0;
            focus[2] = 0;
        }
        return new Projection(camera, viewport, focus[0], focus[1], focus[2]);
    }

    private List<DrawnBody> spots(
            DrawnPositions places, Camera camera, Projection projection, Viewport viewport, SkyStyle style) {
        SkyCatalogue catalogue = places.frame().catalogue();
        List<SkyBody> bodies = catalogue.bodies();
        List<DrawnBody> spots = new ArrayList<>(bodies.size());
        double et = places.frame().et();
        int observer =
                camera.frame().kind() == CameraFrame.Kind.FROM ? camera.frame().a() : PathWish.NONE;
        for (int i = 0; i < bodies.size(); i++) {
            SkyBody body = bodies.get(i);
            boolean gone = places.frame().fading(i);
            if (body.id() == observer || SkyModel.doubled(catalogue, body.id(), et)) {
                continue;
            }
            if (gone ? !places.last(i, at) : !places.of(body.id(), at)) {
                continue;
            }
            projection.project(at[0], at[1], at[2], seen);
            if (!projection.inFront(seen[2])) {
                continue;
            }
            double x = seen[0];
            double y = seen[1];
            double depth = seen[2];
            BodyLook look = BodyLook.of(body.id());
            double truth = projection.pixels(look.radius(), depth);
            double marker = (style.markers() ? look.marker() : UNMARKED) * viewport.scale();
            boolean satellite = body.parent() != NaifIds.SUN
                    && body.parent() != NaifIds.SOLAR_SYSTEM_BARYCENTER
                    && look.body().kind() != BodyKind.PLANET
                    && !body.isOrigin();
            double strength = gone ? body.presence(et) : 1;
            double pathStrength = strength;
            if (satellite && places.of(body.parent(), parent)) {
                strength *= apart(projection, viewport, BodyLook.of(body.parent()), x, y, depth);
                pathStrength *= Math.max(strength, orbit(projection, viewport, BodyLook.of(body.parent())));
            }
            DrawnBody.Form form = gone
                    ? DrawnBody.Form.TRACE
                    : truth >= marker
                            ? DrawnBody.Form.DISC
                            : catalogue.isCrowd(i) && body.id() != style.selected()
                                    ? DrawnBody.Form.DOT
                                    : DrawnBody.Form.MARK;
            double radius = switch (form) {
                case DISC -> truth;
                case DOT -> DOT * viewport.scale();
                case MARK, TRACE -> marker;
            };
            spots.add(new DrawnBody(body.id(), x, y, radius, depth, strength, pathStrength, form));
        }
        int chosen = style.selected();
        spots.sort((a, b) -> {
            int first = Boolean.compare(b.id() == chosen, a.id() == chosen);
            int rank = first != 0
                    ? first
                    : Integer.compare(
                            BodyLook.of(a.id()).rank(), BodyLook.of(b.id()).rank());
            return rank != 0 ? rank : Integer.compare(a.id(), b.id());
        });
        return spots;
    }

    /**
     * A moon that cannot be distinguished from its planet is not drawn; it appears when the camera moves closer. In
     * front of the planet's disc it is visible, behind it not.
     */
    private double apart(Projection projection, Viewport viewport, BodyLook look, double x, double y, double depth) {
        projection.project(parent[0], parent[1], parent[2], seen);
        double away = Math.hypot(Math.hypot(at[0] - parent[0], at[1] - parent[1]), at[2] - parent[2]);
        if (seen[2] < Math.max(look.radius(), WITHIN * away)) {
            // A camera that stands on the planet, or at its barycenter, sees only the moon in the sky.
            return 1;
        }
        double truth = projection.pixels(look.radius(), seen[2]) / viewport.scale();
        double distance = Math.hypot(seen[0] - x, seen[1] - y) / viewport.scale();
        if (truth >= look.marker() && depth < seen[2]) {
            // By the true distance, not the apparent one.
            distance = Math.max(distance, projection.pixels(away, seen[2]) / viewport.scale());
        }
        return clearness(distance, Math.max(look.marker(), truth));
    }

    /** A moon's orbit can be distinguished from its planet by its size, wherever the moon is on it. */
    private double orbit(Projection projection, Viewport viewport, BodyLook look) {
        projection.project(parent[0], parent[1], parent[2], seen);
        double away = Math.hypot(Math.hypot(at[0] - parent[0], at[1] - parent[1]), at[2] - parent[2]);
        if (seen[2] < Math.max(look.radius(), WITHIN * away)) {
            return 1;
        }
        double truth = projection.pixels(look.radius(), seen[2]) / viewport.scale();
        return clearness(projection.pixels(away, seen[2]) / viewport.scale(), Math.max(look.marker(), truth));
    }

    /** How well a distance on screen can be distinguished from a disc of a radius, 0..1. */
    private static double clearness(double distance, double radius) {
        return Math.clamp((distance - radius) / 12 - 0.15, 0.0, 1.0);
    }

    /** How strong a dot is: the more there are, the fainter each. */
    private static double faintness(List<DrawnBody> spots) {
        int dots = 1;
        for (DrawnBody spot : spots) {
            dots += spot.dot() ? 1 : 0;
        }
        return Math.clamp(Math.sqrt(BRIGHT / dots), FAINTEST, 1.0);
    }

    /** The paths of a body's satellites where they pass in front of its disc. */
    private void crossing(Painting scene, DrawnBody disc) {
        SkyCatalogue catalogue = scene.catalogue();
        int planet = catalogue.placeOf(disc.id());
        paths.before(disc);
        for (DrawnBody spot : scene.spots()) {
            SkyBody body = catalogue.bodies().get(catalogue.indexOf(spot.id()));
            if (spot.id() != disc.id() && catalogue.placeOf(body.parent()) == planet) {
                paths(scene, spot);
            }
        }
        previews.ways(scene);
        paths.everywhere();
    }

    private void paths(Painting scene, DrawnBody spot) {
        if (spot.pathStrength() <= 0) {
            return;
        }
        Raster raster = scene.raster();
        int color = BodyLook.of(spot.id()).color(scene.dark());
        drawn.clear();
        DrawnPath.of(spot.id(), scene.around(), scene.catalogue().generation(), scene.camera(), scene.style(), drawn);
        for (DrawnPath one : drawn) {
            boolean minor = BodyLook.of(spot.id()).rank() > BodyLook.LAST_PLANET
                    && spot.id() != scene.style().selected();
            if (one.kind() == DrawnPath.Kind.WAY && minor && scene.catalogue().size() > CROWD) {
                paths.hair(color, one.path(), scene, spot);
                continue;
            }
            stroke.begin(raster);
            switch (one.kind()) {
                case WAY -> paths.paint(one.path(), scene, spot);
                case ELLIPSE -> paths.ellipse(one.path(), scene, spot);
                case RELATIVE -> paths.relative(one.path(), scene, spot, one.turning(scene.around(), scene.camera()));
            }
            stroke.end(raster, color);
        }
    }

    private void bodies(Painting scene) {
        Viewport viewport = scene.viewport();
        boolean lit = scene.places().of(NaifIds.SUN, sun);
        double faint = faintness(scene.spots());
        byDepth.clear();
        byDepth.addAll(scene.spots());
        byDepth.sort(FARTHEST_FIRST);
        for (DrawnBody spot : byDepth) {
            if (BodyLook.of(spot.id()).body().kind() == BodyKind.COMET) {
                tails.paint(
                        scene.raster(),
                        spot,
                        scene.places(),
                        scene.projection(),
                        scene.viewport().scale(),
                        scene.dark());
            }
            double reach = spot.radius() * 14;
            if (spot.strength() <= 0
                    || spot.x() + reach < 0
                    || spot.y() + reach < 0
                    || spot.x() - reach > viewport.width()
                    || spot.y() - reach > viewport.height()) {
                continue;
            }
            body(scene, lit, faint, spot);
            if (spot.trueSize() && spot.radius() > DISC * viewport.scale()) {
                crossing(scene, spot);
            }
        }
        for (DrawnBody spot : scene.spots()) {
            // A planet that fills the picture needs no mark.
            if (spot.id() == scene.style().selected() && spot.strength() > 0 && spot.radius() < 40 * viewport.scale()) {
                int accent = Palette.argb(scene.style().theme().palette().sun());
                double gap = 5.5 * viewport.scale();
                scene.raster().ring(spot.x(), spot.y(), spot.radius() + gap, 1.1 * viewport.scale(), accent, 0.85);
            }
        }
    }

    private void body(Painting scene, boolean lit, double faint, DrawnBody spot) {
        Raster raster = scene.raster();
        double scale = scene.viewport().scale();
        if (spot.id() == NaifIds.SUN && !spot.gone()) {
            orb.sun(raster, spot, scene.dark(), scale);
            return;
        }
        BodyLook look = BodyLook.of(spot.id());
        if (spot.dot()) {
            raster.disc(spot.x(), spot.y(), spot.radius(), look.color(scene.dark()), spot.strength() * faint);
            return;
        }
        if (spot.gone() || (!spot.trueSize() && BodyMarks.has(look.body().kind()))) {
            marks.paint(raster, spot, look.body().kind(), look.color(scene.dark()), scale);
            return;
        }
        scene.places().of(spot.id(), at);
        if (lit) {
            scene.projection().direction(sun[0] - at[0], sun[1] - at[1], sun[2] - at[2], light);
        } else {
            light[0] = -0.5;
            light[1] = 0.5;
            light[2] = 0.7;
        }
        orb.body(raster, spot, scene.places().frame(), light, scene.projection(), scene.dark());
    }
}
