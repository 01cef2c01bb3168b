package orrery.ui.orrery;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.Raster;
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

    private final SkyModel model;
    private final SkyRenderer renderer = new SkyRenderer();
    private final Map<Raster, Sheet> sheets = Sheet.none();
    private final ImageView image = new ImageView();
    private final LabelLayer labels = new LabelLayer();
    private final Label caption = new Label();
    private final Label badge = new Label();
    private final Label hint = new Label();
    private final Words words = Words.of(OrreryView.class);
    private final AtomicBoolean hinted = new AtomicBoolean();

    private Insets cover = Insets.EMPTY;
    private SkyRenderer.@Nullable Scene requested;
    private @Nullable Picture shown;
    private @Nullable Raster leaving;
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
        for (Label label : new Label[] {caption, badge, hint}) {
            label.setMouseTransparent(true);
        }
        badge.setId("badge");
        hint.setId("hint");
        getChildren().addAll(image, labels, caption, badge, hint);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
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
    }

    /** Whether a picture of the sky is shown yet. */
    public boolean isShowing() {
        return shown != null;
    }

    /** Paints and shows the sky of an epoch at once, on this thread: for pictures taken off the screen. */
    public void paintNow(SkyFrame frame, SkyPaths paths) {
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
    }

    private void request() {
        SkyFrame frame = model.service().frame();
        if (frame == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        SkyRenderer.Scene scene = new SkyRenderer.Scene(
                frame,
                model.service().paths(),
                model.rig().camera(),
                viewport(),
                model.style().get());
        if (!scene.equals(requested)) {
            requested = scene;
            renderer.request(scene);
        }
    }

    private Viewport viewport() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.clamp(getScene().getWindow().getOutputScaleX(), 1.0, 2.0);
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
        image.setImage(Sheet.of(picture.raster(), sheets).renewed());
        image.setFitWidth(picture.viewport().width() / picture.viewport().scale());
        image.setFitHeight(picture.viewport().height() / picture.viewport().scale());
        labels.show(picture, model.style().get(), atOnce);
        String center = BodyLook.name(picture.camera().focus());
        set(
                caption,
                words.get(
                        "view.caption",
                        center,
                        Lengths.round(rounded(picture.camera().distance()))));
        set(badge, badge(picture));
    }

    private static double rounded(double km) {
        double unit = km >= 0.02 * Camera.AU ? Camera.AU : 1;
        double value = km / unit;
        double digits = Math.pow(10, 2 - Math.floor(Math.log10(value)));
        return Math.round(value * digits) / digits * unit;
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
    public @Nullable Spot at(double x, double y) {
        Picture picture = shown;
        if (picture == null) {
            return null;
        }
        double scale = picture.viewport().scale();
        Spot best = null;
        double nearest = Double.MAX_VALUE;
        for (Spot spot : picture.spots()) {
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
        Spot spot = at(event.getX(), event.getY());
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
        Spot spot = at(event.getX(), event.getY());
        Projection projection = SkyPainter.projection(
                new Places(picture.frame(), model.style().get().scale()),
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

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        image.relocate(0, 0);
        labels.resizeRelocate(0, 0, width, height);
        double bottom = height - cover.getBottom();
        caption.resizeRelocate(20, 16, caption.prefWidth(-1), caption.prefHeight(-1));
        badge.resizeRelocate(20, bottom - 16 - badge.prefHeight(-1), badge.prefWidth(-1), badge.prefHeight(-1));
        double hintWidth = Math.min(hint.prefWidth(-1), width - cover.getRight() - 40);
        hint.resizeRelocate(
                Math.rint((width - cover.getRight() - hintWidth) / 2),
                bottom - 52 - hint.prefHeight(-1),
                hintWidth,
                hint.prefHeight(-1));
    }

    @Override
    public void close() {
        renderer.close();
    }
}
