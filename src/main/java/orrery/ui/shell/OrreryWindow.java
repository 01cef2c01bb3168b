package orrery.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.library.Place;
import orrery.library.Places;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.telemetry.Telemetry;
import orrery.ui.audit.AuditPanel;
import orrery.ui.audit.SystemFolderChoice;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.kernels.KernelsPanel;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.BodyPanel;
import orrery.ui.orrery.OrreryView;
import orrery.ui.orrery.SkyModel;
import orrery.ui.telemetry.TelemetryPanel;

/**
 * The whole window, put together: the sky edge to edge, the panel over its right side, the time bar and the status line
 * beneath. The same one is shown on a stage and drawn off the screen.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class OrreryWindow implements AutoCloseable {
    private static final double TIME_BAR = 72;
    private static final double STATUS = 24;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SkyModel model;
    private final PulsePump pump = new PulsePump();
    private final OrreryView sky;
    private final TimeBar time;
    private final StatusLine status;
    private final SidePanel side;
    private final BodyPanel body;
    private final KernelsPanel kernels;
    private final Telemetry telemetry = new Telemetry();
    private final TelemetryPanel charts;
    private final List<Panel> panels;
    private final Actions actions;
    private final CommandPalette palette;
    private final Label message = new Label();
    private final Button opener = new Button();
    private final PauseTransition messageTime = new PauseTransition(Duration.seconds(7));
    private final Layout root;
    private final Scene scene;
    private @Nullable Stage stage;
    private boolean acted;

    /**
     * @param service the sky; stays the caller's to close
     * @param et the first date, TDB seconds past J2000
     * @param theme the first look
     * @param choice how kernels are chosen
     * @param width of the scene, pixels
     * @param height of the scene, pixels
     */
    public OrreryWindow(SkyService service, double et, Theme theme, FileChoice choice, double width, double height) {
        model = new SkyModel(service, et, theme);
        sky = new OrreryView(model);
        time = new TimeBar(model, pump);
        body = new BodyPanel(model, pump);
        kernels = new KernelsPanel(
                service, pump, choice, Places.system(), id -> model.selected().set(id));
        MappedKernels mapped = new MappedKernels(service);
        telemetry.register(service.recorders());
        telemetry.regions(mapped::regions);
        charts = new TelemetryPanel(telemetry, pump, new SystemExports());
        charts.readings(mapped::readings);
        panels = List.of(body, audit(service), charts, kernels);
        side = new SidePanel(panels, this::relayout);
        actions = new Actions(model, time, side, panels, this::windowAction);
        palette = new CommandPalette(actions::all);
        status = new StatusLine(model, pump, side::show, actions::run);
        opener.setGraphic(new FontIcon("fth-sidebar"));
        opener.setId("side-open");
        opener.getStyleClass().setAll("button", "flat", "opener");
        opener.setTooltip(new Tooltip(Fxml.WORDS.get("side.open")));
        opener.setAccessibleText(Fxml.WORDS.get("side.open"));
        opener.setOnAction(e -> side.open(true));
        message.setId("message");
        message.getStyleClass().add("message");
        message.setGraphic(new FontIcon("fth-info"));
        message.setVisible(false);
        messageTime.setOnFinished(e -> message.setVisible(false));
        kernels.notice().addListener((o, was, is) -> say(is));
        root = new Layout();
        scene = new Scene(root, width, height);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!takesKeys(scene.getFocusOwner())) {
                keyed(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(DragEvent.DRAG_OVER, this::draggedOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        theme(theme);
        var _ = pump.listen(this::pulse);
        relayout();
    }

    private AuditPanel audit(SkyService service) {
        return new AuditPanel(
                service.registry(),
                () -> {
                    SkyCatalogue catalogue = service.catalogue();
                    return catalogue == null ? List.of() : catalogue.kernels();
                },
                Homes.ledgers(),
                telemetry,
                pump,
                new SystemFolderChoice());
    }

    public Scene scene() {
        return scene;
    }

    public SkyModel model() {
        return model;
    }

    public OrreryView sky() {
        return sky;
    }

    /** Opens kernels and switches to them if they are sound. */
    public void open(List<Path> paths) {
        kernels.open(paths, Place.COMMAND_LINE);
    }

    /** Opens the panel on a tab by its id: body, audit, telemetry, kernels. */
    public void tab(String id) {
        if (panels.stream().noneMatch(p -> p.id().equals(id))) {
            throw new IllegalArgumentException("there is no tab " + id + "; there are "
                    + String.join(", ", panels.stream().map(Panel::id).toList()));
        }
        side.show(id);
    }

    /** Runs an action of the table by its id. */
    public void run(String action) {
        actions.run(action);
    }

    /** Shows the window on a stage and starts to follow the pulse. */
    public void show(Stage on) {
        stage = on;
        on.setScene(scene);
        on.setTitle(Fxml.WORDS.get("window.title"));
        on.setMinWidth(720);
        on.setMinHeight(520);
        on.show();
        sky.requestFocus();
        start();
    }

    /** Starts to follow the pulse. */
    public void start() {
        if (scene.getWidth() >= 1280) {
            side.open(true);
        }
        pump.start();
        telemetry.start();
        sky.startHint();
    }

    /** Brings every part up to date at once, from what the service computes now on this thread: for pictures. */
    public void settle() {
        model.follow();
        root.applyCss();
        root.layout();
        SkyFrame frame = model.service().compute(model.clock().et());
        sky.paintNow(frame, model.service().computePaths(frame.et()));
        body.refresh(model.service().computeFacts(model.selected().get(), frame.et()));
        kernels.settle(frame.et(), model.selected().get());
        status.refresh();
        root.applyCss();
        root.layout();
        time.settle();
    }

    /** Shows what has been read of the kernels, for pictures. */
    public KernelsPanel kernels() {
        return kernels;
    }

    /** What samples this process; the audit registers its workers here. */
    public Telemetry telemetry() {
        return telemetry;
    }

    private void pulse(long now, long elapsed) {
        model.pulse(elapsed);
        sky.pulse();
        time.pulse(now);
        status.pulse(now);
    }

    private void windowAction(String name) {
        switch (name) {
            case "theme" -> theme(model.style().get().theme().other());
            case "full" -> {
                Stage on = stage;
                if (on != null) {
                    on.setFullScreen(!on.isFullScreen());
                }
            }
            case "command" -> palette.open();
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Changes the look. */
    public void theme(Theme theme) {
        theme.dress(
                scene,
                List.of(
                        Theme.tokens(),
                        sheet("/orrery/ui/orrery/orrery-view.css"),
                        sheet("/orrery/ui/kernels/kernels.css"),
                        sheet("/orrery/ui/shell/shell.css")));
        model.style().set(model.style().get().theme(theme));
        time.theme(theme);
        panels.forEach(panel -> panel.theme(theme));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(OrreryWindow.class.getResource(name), name)
                .toExternalForm();
    }

    /** A chart in focus sees keys first; what it leaves comes back as the event bubbles up. */
    private static boolean takesKeys(@Nullable Node focus) {
        return focus != null && focus.hasProperties() && focus.getProperties().containsKey("orrery.keys");
    }

    private void keyed(KeyEvent event) {
        acted = false;
        if (palette.isVisible()) {
            return;
        }
        Node focus = scene.getFocusOwner();
        boolean typing = focus instanceof TextInputControl input && input.isEditable();
        boolean pressing =
                focus instanceof ButtonBase button && button.isFocusVisible() && event.getCode() == KeyCode.SPACE;
        if (event.getCode() == KeyCode.ESCAPE && !typing && side.isWhole()) {
            side.whole(false);
            event.consume();
            return;
        }
        if ((typing && !event.isShortcutDown()) || pressing) {
            return;
        }
        Action action = actions.of(event);
        if (action != null) {
            action.run().run();
            event.consume();
            acted = true;
        }
    }

    /** A key that has led into a field is not typed into it. */
    private void typed(KeyEvent event) {
        if (acted) {
            event.consume();
        }
    }

    private void draggedOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            kernels.open(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList(), Place.DROPPED);
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void say(@Nullable Notice notice) {
        if (notice == null) {
            return;
        }
        message.setText(notice.text());
        message.pseudoClassStateChanged(WRONG, notice.wrong());
        message.setGraphic(new FontIcon(notice.wrong() ? "fth-alert-circle" : "fth-info"));
        message.setVisible(true);
        messageTime.playFromStart();
        root.requestLayout();
    }

    private void relayout() {
        root.requestLayout();
    }

    @Override
    public void close() {
        pump.stop();
        sky.close();
        panels.forEach(Panel::close);
        telemetry.close();
    }

    /** Lays the parts over each other. */
    private final class Layout extends Region {
        private final VBox bottom;

        Layout() {
            getStyleClass().add("window");
            bottom = new VBox(time.view(), status.view());
            bottom.getStyleClass().add("bottom");
            getChildren().addAll(sky, opener, side, bottom, message, time.complaint(), palette);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            double foot = TIME_BAR + STATUS + 1;
            double panel = side.widthIn(width);
            bottom.resizeRelocate(0, height - foot, width, foot);
            side.resizeRelocate(width - panel, 0, panel, height - foot);
            opener.setVisible(!side.isOpen());
            double size = opener.prefWidth(-1);
            opener.resizeRelocate(width - size - 12, 12, size, opener.prefHeight(-1));
            boolean covered = side.isWhole();
            sky.setVisible(!covered);
            sky.cover(new Insets(0, covered ? 0 : panel, foot, 0));
            sky.resizeRelocate(0, 0, width, height);
            palette.resizeRelocate(0, 0, width, height);
            above(message, (width - panel) / 2, height - foot - 16);
            Label complaint = time.complaint();
            double half = Math.min(520, complaint.prefWidth(-1)) / 2;
            above(complaint, 20 + half, height - foot - 8);
        }

        private void above(Label label, double middle, double bottomY) {
            double w = Math.min(label.prefWidth(-1), Math.min(560, getWidth() - 40));
            double h = label.prefHeight(w);
            label.resizeRelocate(Math.rint(Math.max(20, middle - w / 2)), Math.rint(bottomY - h), w, h);
        }
    }
}
