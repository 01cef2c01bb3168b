package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.math.Constants;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/**
 * The sky in the window: shows the newest picture, and takes the hand. Drag turns, drag with the other button or with Shift
 * pushes, the wheel zooms at the cursor, a click chooses, a double click flies there.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class OrreryView extends Region implements AutoCloseable {
    /** What one notch of a wheel (40 px of delta) makes of the distance: a fifth less. */
    private static final double ZOOM_PER_PIXEL = 0.0055;

    private static final double TURN_PER_PIXEL = 0.0062;
    private static final double REACH = 16;
    /** How near to a path, in pixels, the pointer reads it. */
    private static final double PATH_REACH = 7;

    /** A picture has at most so many pixels a unit of the view: finer ones cost more than anybody sees. */
    private static final double FINEST = 2.5;

    /** Beside words in a corner stays free: this on both sides together, and above, the button that opens the panel. */
    private static final double BESIDE = 40;

    private static final double OPENER = 40;
    private static final double NARROWEST = 120;

    private final SkyModel model;
    private final SkyRenderer renderer = new SkyRenderer();
    private final Map<Raster, RasterImage> sheets = RasterImage.none();
    private final ImageView image = new ImageView();
    private final LabelLayer labels = new LabelLayer();
    private final Label caption = new Label();
    private final Label badge = new Label();
    private final Label ghost = new Label();
    /** Says for as long as it is so that the numbers shown cannot be trusted. */
    private final Label untrusted = new Label();

    private final Label hint = new Label();
    private final Label reading = new Label();
    private final Circle dot = new Circle(3);
    /** Where the keyboard has led to the sky: a line about the open part of it. */
    private final Region ring = new Region();

    private final PathReader reader = new PathReader();
    private final GhostText ghosts = new GhostText();
    private final SkyText text = new SkyText();
    private final Words words = Words.of(OrreryView.class);
    private final AtomicBoolean hinted = new AtomicBoolean();

    private Insets cover = Insets.EMPTY;
    private SkyRenderer.@Nullable View requested;
    private @Nullable Picture shown;
    private @Nullable Raster leaving;
    private DateFormat date = DateFormat.minutes(TimeScale.TDB).spaced();
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private final Throttle reads = Throttle.millis(100);
    private final Throttle tells = Throttle.millis(2_000);
    private boolean still;
    private int finished;
    private double lastX;
    private double lastY;
    private boolean dragged;

    public OrreryView(SkyModel model) {
        this.model = model;
        getStyleClass().add("sky");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.get("view.accessible"));
        setFocusTraversable(true);
        image.setSmooth(false);
        image.setMouseTransparent(true);
        caption.getStyleClass().add("sky-caption");
        badge.getStyleClass().add("sky-badge");
        hint.getStyleClass().add("sky-hint");
        hint.setText(words.get("view.hint"));
        hint.setWrapText(true);
        caption.setWrapText(true);
        badge.setWrapText(true);
        reading.getStyleClass().add("sky-reading");
        reading.setId("path-reading");
        reading.setVisible(false);
        dot.setVisible(false);
        dot.getStyleClass().add("sky-dot");
        dot.setMouseTransparent(true);
        for (Label label : new Label[] {caption, badge, hint, reading}) {
            label.setMouseTransparent(true);
        }
        badge.setId("badge");
        ghost.getStyleClass().add("sky-ghost");
        ghost.setMouseTransparent(true);
        ghost.setId("ghost-badge");
        ghost.setVisible(false);
        untrusted.getStyleClass().add("untrusted");
        untrusted.setGraphic(new FontIcon("fth-alert-triangle"));
        untrusted.setMouseTransparent(true);
        untrusted.setId("sky-untrusted");
        untrusted.setVisible(false);
        hint.setId("hint");
        ring.getStyleClass().add("sky-ring");
        ring.setMouseTransparent(true);
        ring.visibleProperty().bind(focusVisibleProperty());
        getChildren().addAll(image, labels, dot, caption, badge, ghost, untrusted, hint, reading, ring);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(Double.NaN, Double.NaN));
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        reads.open();
    }

    /** Shows times in another scale from now on. */
    public void timeScale(TimeScale scale) {
        date = DateFormat.minutes(scale).spaced();
        reads.open();
    }

    /** With reduced motion nothing flies and nothing fades. */
    public void reducedMotion(boolean reduced) {
        still = reduced;
        model.rig().reducedMotion(reduced);
        labels.reducedMotion(reduced);
    }

    /** Says how much of the view's edges other things lie over; the pivot stands in the middle of the rest. */
    public void cover(Insets insets) {
        if (!insets.equals(cover)) {
            cover = insets;
            requestLayout();
        }
    }

    /** What is shown now, or null before the first picture. */
    public @Nullable Picture picture() {
        return shown;
    }

    /** One pulse: asks for a picture if anything has changed, shows the newest there is. */
    public void pulse() {
        request();
        Picture picture = renderer.take();
        if (picture != null) {
            show(picture, false);
        } else if (shown != null) {
            labels.show(shown, model.style().get(), false);
        }
        long now = System.nanoTime();
        if (reads.passes(now)) {
            readPath();
            warn();
        }
        if (shown != null && tells.passes(now)) {
            tell(shown);
        }
    }

    /** Says the picture in words, for whoever cannot see it. */
    private void tell(Picture picture) {
        String warning = untrusted.getText();
        String description = (warning.isEmpty() ? "" : warning + " ") + text.of(picture);
        if (!description.equals(getAccessibleText())) {
            setAccessibleText(description);
        }
    }

    private void warn() {
        String why = model.untrusted().orElse("");
        if (!why.equals(untrusted.getText())) {
            untrusted.setText(why);
            untrusted.setVisible(!why.isEmpty());
            tells.open();
            requestLayout();
        }
    }

    /** Reads the path under the pointer, if there is one and no body nearer. */
    private void readPath() {
        Picture picture = shown;
        PathReader.Reading found = null;
        if (picture != null && !Double.isNaN(pointerX) && at(pointerX, pointerY) == null) {
            double scale = picture.viewport().scale();
            found = reader.at(picture, pointerX * scale, pointerY * scale, PATH_REACH * scale);
        }
        reading.setVisible(found != null);
        dot.setVisible(found != null);
        if (found == null || picture == null) {
            return;
        }
        set(reading, readingText(found));
        double scale = picture.viewport().scale();
        dot.setCenterX(found.x() / scale);
        dot.setCenterY(found.y() / scale);
        double width = reading.prefWidth(-1);
        double height = reading.prefHeight(-1);
        double right = getWidth() - cover.getRight() - 8;
        double bottom = getHeight() - cover.getBottom() - 8;
        double x = pointerX + 16 + width > right ? pointerX - 12 - width : pointerX + 16;
        double y = Math.min(pointerY + 14, bottom - height);
        reading.resizeRelocate(Math.rint(Math.max(8, x)), Math.rint(Math.max(8, y)), width, height);
    }

    private String readingText(PathReader.Reading at) {
        StringBuilder lines = new StringBuilder(
                        words.get("path.reading", BodyLook.name(at.body()), date.format(at.et())))
                .append('\n')
                .append(words.get(
                        "path.reading.state",
                        Lengths.roughly(at.distance()),
                        BodyLook.name(at.center()),
                        Lengths.speed(at.speed())));
        PathReader.Vector p = at.position();
        if (!Double.isNaN(p.x())) {
            boolean far = at.distance() > 0.02 * Constants.AU;
            lines.append('\n')
                    .append(words.get(
                            far ? "path.reading.au" : "path.reading.km",
                            far ? Lengths.au(p.x()) : Lengths.km(p.x()),
                            far ? Lengths.au(p.y()) : Lengths.km(p.y()),
                            far ? Lengths.au(p.z()) : Lengths.km(p.z())));
        }
        if (!Double.isNaN(at.apart())) {
            lines.append('\n')
                    .append(words.get(
                            at.osculating() ? "path.reading.ellipse" : "path.reading.own",
                            Lengths.roughly(at.apart())));
        } else if (at.osculating()) {
            lines.append('\n').append(words.get("path.reading.osculating"));
        }
        return lines.toString();
    }

    /** The body, date and state that stand beside the pointer; empty if there is no path under it. */
    public String reading() {
        return reading.isVisible() ? reading.getText() : "";
    }

    /** Whether a picture of the sky is shown yet. */
    public boolean isShowing() {
        return shown != null;
    }

    /** Paints and shows the sky of an epoch at once, on this thread: for pictures taken off the screen. */
    public void paintNow(SkyFrame frame, SkyPaths paths) {
        model.aim(frame);
        Viewport viewport = viewport();
        Raster raster = new Raster(viewport.width(), viewport.height());
        show(
                new SkyPainter()
                        .paint(
                                raster,
                                frame,
                                paths,
                                model.rig().camera(),
                                viewport,
                                model.style().get()),
                true);
        hint.setVisible(false);
        tell(Objects.requireNonNull(shown));
    }

    private void request() {
        SkyFrame frame = model.service().frame();
        if (frame == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        SkyRenderer.View scene = new SkyRenderer.View(
                frame,
                model.service().paths(),
                model.rig().camera(),
                viewport(),
                model.style().get());
        int works = SurfacePrefetch.finished();
        if (!scene.equals(requested) || works != finished) {
            finished = works;
            requested = scene;
            renderer.request(scene);
        }
    }

    private Viewport viewport() {
        double screen = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        // Pixels of the screen a unit of this view: everything in the window may be shown larger than it is laid out.
        double scale = Math.clamp(screen * getLocalToSceneTransform().getMxx(), 0.5, FINEST);
        return new Viewport(
                Math.max(1, (int) Math.ceil(getWidth() * scale)),
                Math.max(1, (int) Math.ceil(getHeight() * scale)),
                cover.getRight() * scale,
                cover.getBottom() * scale,
                scale);
    }

    private void show(Picture picture, boolean atOnce) {
        // The toolkit may still be copying the picture shown last; the one before that it has surely done with.
        if (leaving != null) {
            renderer.giveBack(leaving);
        }
        leaving = shown == null ? null : shown.raster();
        shown = picture;
        image.setImage(RasterImage.of(picture.raster(), sheets).renewed());
        image.setFitWidth(picture.viewport().width() / picture.viewport().scale());
        image.setFitHeight(picture.viewport().height() / picture.viewport().scale());
        set(caption, caption(picture));
        set(badge, badge(picture));
        String shade = ghosts.of(picture);
        ghost.setVisible(!shade.isEmpty());
        set(ghost, shade);
        labels.reserve(corners());
        labels.show(picture, model.style().get(), atOnce);
    }

    /** Where words stand in the corners, with some air about them. */
    private List<Rectangle2D> corners() {
        double bottom = getHeight() - cover.getBottom() - 16;
        double under = fitting(badge, BESIDE);
        double line = badge.prefHeight(under);
        double over = fitting(caption, BESIDE + OPENER);
        double first = caption.prefHeight(over);
        List<Rectangle2D> places = new ArrayList<>(List.of(
                new Rectangle2D(14, 12, over + 12, first + 8),
                new Rectangle2D(14, bottom - line - 4, under + 12, line + 8)));
        if (ghost.isVisible()) {
            places.add(new Rectangle2D(14, 20 + first, ghost.getWidth() + 12, ghost.getHeight() + 8));
        }
        return places;
    }

    /** What is in the middle, along which axes one looks, from how far. */
    private String caption(Picture picture) {
        Camera camera = picture.camera();
        String center = BodyLook.name(camera.focus());
        String away = Lengths.roughly(camera.eyeDistance());
        CameraFrame frame = camera.frame();
        String axes = switch (frame.kind()) {
            case ECLIPTIC -> words.get("frame.ecliptic");
            case EQUATOR -> words.get("frame.equator");
            case PAIR -> words.get("frame.pair", BodyLook.name(frame.a()), BodyLook.name(frame.b()));
            case FROM -> words.get("frame.from", BodyLook.name(frame.a()), away);
        };
        if (frame.kind() == CameraFrame.Kind.FROM) {
            return words.get("view.caption.from", center, axes);
        }
        boolean centered =
                picture.style().center() == camera.focus() && picture.style().scale() == ScaleMode.TRUE;
        return words.get(centered ? "view.caption.center" : "view.caption", center, axes, away);
    }

    /** Caption and badge in one line, for pictures without the window. */
    public String signature(Picture picture) {
        String shade = ghosts.of(picture);
        return date.format(picture.frame().et()) + "   " + caption(picture) + "   " + badge(picture)
                + (shade.isEmpty() ? "" : "   " + shade);
    }

    private String badge(Picture picture) {
        SkyStyle style = model.style().get();
        boolean enlarged = picture.spots().stream().anyMatch(s -> !s.trueSize() && s.strength() > 0);
        return switch (style.scale()) {
            case TRUE -> enlarged ? words.get("badge.true.enlarged") : words.get("badge.true");
            case LOGARITHMIC -> words.get("badge.log");
            case SCHEMATIC -> words.get("badge.schematic");
        };
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    /** Lets the line of hint stand for a while, then fade. */
    public void startHint() {
        if (hinted.compareAndSet(false, true)) {
            if (still) {
                hint.setVisible(false);
                return;
            }
            FadeTransition fade = new FadeTransition(Duration.millis(900), hint);
            fade.setToValue(0);
            SequentialTransition sequence = new SequentialTransition(new PauseTransition(Duration.seconds(9)), fade);
            sequence.setOnFinished(e -> hint.setVisible(false));
            sequence.play();
        }
    }

    private void endHint() {
        if (hint.isVisible()) {
            hint.setVisible(false);
        }
    }

    /** The body at a point of the view, or null where there is none near. */
    public @Nullable DrawnBody at(double x, double y) {
        Picture picture = shown;
        if (picture == null) {
            return null;
        }
        double scale = picture.viewport().scale();
        DrawnBody best = null;
        double nearest = Double.MAX_VALUE;
        for (DrawnBody spot : picture.spots()) {
            double distance = Math.hypot(spot.x() / scale - x, spot.y() / scale - y) - spot.radius() / scale;
            if (spot.strength() > 0.3 && distance < REACH && distance < nearest) {
                best = spot;
                nearest = distance;
            }
        }
        return best;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        dragged = false;
        endHint();
    }

    private void dragged(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        if (!dragged && Math.hypot(dx, dy) < 3) {
            return;
        }
        dragged = true;
        lastX = event.getX();
        lastY = event.getY();
        point(Double.NaN, Double.NaN);
        Picture picture = shown;
        if (event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            model.rig().turn(-dx * TURN_PER_PIXEL, dy * TURN_PER_PIXEL);
        } else if (picture != null) {
            double scale = picture.viewport().scale();
            model.rig().pan(dx * scale, dy * scale, picture.viewport(), picture.projection());
        }
    }

    private void clicked(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        DrawnBody spot = at(event.getX(), event.getY());
        if (spot == null) {
            return;
        }
        if (event.getClickCount() >= 2) {
            model.flyTo(spot.id());
        } else {
            model.selected().set(spot.id());
        }
    }

    private void scrolled(ScrollEvent event) {
        Picture picture = shown;
        if (picture == null || event.getDeltaY() == 0) {
            return;
        }
        endHint();
        double factor = Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL);
        double scale = picture.viewport().scale();
        DrawnBody spot = at(event.getX(), event.getY());
        Projection projection = SkyPainter.projection(
                new DrawnPositions(picture.frame(), model.style().get().scale()),
                model.rig().camera(),
                picture.viewport());
        double depth = projection.distance();
        double x = event.getX() * scale;
        double y = event.getY() * scale;
        if (spot != null) {
            depth = spot.depth();
            x = spot.x();
            y = spot.y();
        }
        model.rig().zoom(factor, x, y, depth, projection);
        event.consume();
    }

    /** The width of words in a corner of the open part: what is too long for one line of it takes two. */
    private double fitting(Label label, double beside) {
        return Math.ceil(Math.min(label.prefWidth(-1), Math.max(NARROWEST, getWidth() - cover.getRight() - beside)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        image.relocate(0, 0);
        labels.resizeRelocate(0, 0, width, height);
        ring.resizeRelocate(0, 0, width - cover.getRight(), height - cover.getBottom());
        double bottom = height - cover.getBottom();
        double over = fitting(caption, BESIDE + OPENER);
        caption.resizeRelocate(20, 16, over, caption.prefHeight(over));
        double under = fitting(badge, BESIDE);
        double line = badge.prefHeight(under);
        badge.resizeRelocate(20, bottom - 16 - line, under, line);
        double ghostWidth = Math.min(ghost.prefWidth(-1), Math.max(120, width - cover.getRight() - 40));
        double ghostHeight = ghost.prefHeight(ghostWidth);
        ghost.resizeRelocate(20, 24 + caption.getHeight(), ghostWidth, ghostHeight);
        double hintWidth = Math.min(hint.prefWidth(-1), width - cover.getRight() - 40);
        double hintHeight = hint.prefHeight(hintWidth);
        double open = Math.max(NARROWEST, width - cover.getRight() - 40);
        double warning = Math.min(untrusted.prefWidth(-1), open);
        double top = ghost.isVisible() ? ghost.getLayoutY() + ghostHeight + 8 : 24 + caption.getHeight();
        untrusted.resizeRelocate(20, top, warning, untrusted.prefHeight(warning));
        // Notices come up below it.
        hint.resizeRelocate(
                Math.rint((width - cover.getRight() - hintWidth) / 2), bottom - 96 - hintHeight, hintWidth, hintHeight);
    }

    @Override
    public void close() {
        renderer.close();
    }
}
