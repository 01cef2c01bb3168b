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
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.time.TimeScale;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/**
 * The sky in the window: shows the newest picture and handles the mouse. Dragging turns, dragging with the other button
 * or with Shift pans, the wheel zooms at the cursor, a click selects, a double-click flies there.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class OrreryView extends Region implements AutoCloseable {
    /** A body is under the pointer within this distance, pixels. */
    private static final double REACH = 16;

    /** A picture has at most this many pixels per unit of the view: more would cost time without a visible gain. */
    private static final double FINEST = 2.5;

    /** Space kept free beside text in a corner, on both sides together, and above it for the panel's button. */
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
    /** Shows, while it lasts, that the numbers cannot be trusted. */
    private final Label untrusted = new Label();

    private final Label hint = new Label();
    /** The focus mark of the sky: an outline around its open part. */
    private final Region ring = new Region();

    private final PathReadout readout = new PathReadout();
    private final SkyCaption words = new SkyCaption();
    private final SkyText text = new SkyText();
    private final Words bundle = Words.of(OrreryView.class);
    private final AtomicBoolean hinted = new AtomicBoolean();

    private final SkyHand hand;

    private Insets cover = Insets.EMPTY;
    /** What lies over the foot of the open part: how far from its left, and how high. */
    private Insets foot = Insets.EMPTY;

    private SkyRenderer.@Nullable View requested;
    private @Nullable Picture shown;
    private @Nullable Raster leaving;
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private final Throttle reads = Throttle.millis(100);
    private final Throttle tells = Throttle.millis(2_000);
    private boolean still;
    private int finished;

    public OrreryView(SkyModel model) {
        this.model = model;
        this.hand = new SkyHand(model);
        getStyleClass().add("sky");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(bundle.get("view.accessible"));
        setFocusTraversable(true);
        image.setSmooth(false);
        image.setMouseTransparent(true);
        caption.getStyleClass().add("sky-caption");
        badge.getStyleClass().add("sky-badge");
        hint.getStyleClass().add("sky-hint");
        hint.setText(bundle.get("view.hint"));
        hint.setWrapText(true);
        caption.setWrapText(true);
        badge.setWrapText(true);
        for (Label label : new Label[] {caption, badge, hint}) {
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
        getChildren()
                .addAll(image, labels, readout.dot(), caption, badge, ghost, untrusted, hint, readout.label(), ring);
        hand.follow(this);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(Double.NaN, Double.NaN));
    }

    /** Sets the position of the pointer; NaN for nowhere. */
    void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        reads.open();
    }

    /** Shows times in another time scale from now on. */
    public void timeScale(TimeScale scale) {
        readout.timeScale(scale);
        words.timeScale(scale);
        reads.open();
    }

    /** With reduced motion nothing flies or fades. */
    public void reducedMotion(boolean reduced) {
        still = reduced;
        model.rig().reducedMotion(reduced);
        labels.reducedMotion(reduced);
    }

    /** Sets how much of the view's edges is covered by other things; the pivot is in the middle of the rest. */
    public void cover(Insets insets) {
        if (!insets.equals(cover)) {
            cover = insets;
            requestLayout();
        }
    }

    /** Sets how much of the open part's foot is covered, and from where; the words in the corner stay above it. */
    public void foot(Insets insets) {
        if (!insets.equals(foot)) {
            foot = insets;
            requestLayout();
        }
    }

    /** Where words in the lower corner end, if they are so wide. */
    private double lowest(double wide) {
        return getHeight() - cover.getBottom() - 16 - (20 + wide > foot.getLeft() ? foot.getBottom() : 0);
    }

    /** The picture shown now, or null before the first one. */
    public @Nullable Picture picture() {
        return shown;
    }

    /** One pulse: requests a picture if anything has changed, and shows the newest one. */
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
            boolean free = !Double.isNaN(pointerX) && at(pointerX, pointerY) == null;
            readout.show(
                    free ? shown : null,
                    pointerX,
                    pointerY,
                    getWidth() - cover.getRight() - 8,
                    getHeight() - cover.getBottom() - 8);
            warn();
        }
        if (shown != null && tells.passes(now)) {
            tell(shown);
        }
    }

    /** Describes the picture in words, for users who cannot see it. */
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

    /** Whether a picture of the sky is already shown. */
    public boolean isShowing() {
        return shown != null;
    }

    /** Paints and shows the sky at an epoch synchronously on this thread: for off-screen pictures. */
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
        int works = SurfacePrefetch.finished() + BodyColors.changes();
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
        // Screen pixels per unit of this view: everything in the window may be scaled up.
        double scale = Math.clamp(screen * getLocalToSceneTransform().getMxx(), 0.5, FINEST);
        return new Viewport(
                Math.max(1, (int) Math.ceil(getWidth() * scale)),
                Math.max(1, (int) Math.ceil(getHeight() * scale)),
                cover.getRight() * scale,
                cover.getBottom() * scale,
                scale);
    }

    private void show(Picture picture, boolean atOnce) {
        // The toolkit may still be copying the picture shown last, but is surely done with the one before it.
        if (leaving != null) {
            renderer.giveBack(leaving);
        }
        leaving = shown == null ? null : shown.raster();
        shown = picture;
        image.setImage(RasterImage.of(picture.raster(), sheets).renewed());
        image.setFitWidth(picture.viewport().width() / picture.viewport().scale());
        image.setFitHeight(picture.viewport().height() / picture.viewport().scale());
        set(caption, words.caption(picture));
        set(badge, words.badge(picture));
        String shade = words.ghost(picture);
        ghost.setVisible(!shade.isEmpty());
        set(ghost, shade);
        labels.reserve(corners());
        labels.show(picture, model.style().get(), atOnce);
    }

    /** Where there is text in the corners, with some margin. */
    private List<Rectangle2D> corners() {
        double under = fitting(badge, BESIDE);
        double bottom = lowest(under);
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

    /** Caption and badge in one line, for pictures without the window. */
    public String signature(Picture picture) {
        return words.signature(picture);
    }

    static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    /** Shows the hint for a while, then fades it out. */
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

    /** Removes the hint. */
    public void endHint() {
        if (hint.isVisible()) {
            hint.setVisible(false);
        }
    }

    /** The body at a point of the view, or null if none is near. */
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

    /** The width of text in a corner of the open part: longer text takes two lines. */
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
        badge.resizeRelocate(20, lowest(under) - line, under, line);
        double ghostWidth = Math.min(ghost.prefWidth(-1), Math.max(120, width - cover.getRight() - 40));
        double ghostHeight = ghost.prefHeight(ghostWidth);
        ghost.resizeRelocate(20, 24 + caption.getHeight(), ghostWidth, ghostHeight);
        double hintWidth = Math.min(hint.prefWidth(-1), width - cover.getRight() - 40);
        double hintHeight = hint.prefHeight(hintWidth);
        double warning = Math.min(untrusted.prefWidth(-1), Math.max(NARROWEST, width - cover.getRight() - 40));
        double top = ghost.isVisible() ? ghost.getLayoutY() + ghostHeight + 8 : 24 + caption.getHeight();
        untrusted.resizeRelocate(20, top, warning, untrusted.prefHeight(warning));
        hint.resizeRelocate(
                Math.rint((width - cover.getRight() - hintWidth) / 2), bottom - 96 - hintHeight, hintWidth, hintHeight);
    }

    /** The lower end of the text in the upper left corner. */
    public double headline() {
        layout();
        Label last = untrusted.isVisible() ? untrusted : ghost.isVisible() ? ghost : caption;
        return last.getLayoutY() + last.getHeight();
    }

    @Override
    public void close() {
        renderer.close();
    }
}
