package orrery.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.library.KernelFolders;
import orrery.library.KernelOrigin;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.service.TimeStep;
import orrery.telemetry.Telemetry;
import orrery.time.TimeScale;
import orrery.ui.audit.AuditPanel;
import orrery.ui.audit.SystemFolderChoice;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Views;
import orrery.ui.kernels.FileChoice;
import orrery.ui.kernels.KernelsPanel;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.BodyPanel;
import orrery.ui.orrery.LabelDensity;
import orrery.ui.orrery.OrreryView;
import orrery.ui.orrery.PathKind;
import orrery.ui.orrery.Poster;
import orrery.ui.orrery.Ruler;
import orrery.ui.orrery.RulerLayer;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyGridKind;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.SkyTable;
import orrery.ui.telemetry.ExportTarget;
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
    private static final String CLOSED = "none";
    static final List<String> SHEETS = List.of(
            Theme.tokens(),
            sheet("/orrery/ui/orrery/orrery-view.css"),
            sheet("/orrery/ui/kernels/kernels.css"),
            sheet("/orrery/ui/shell/shell.css"));

    private final SkyModel model;
    private final PulsePump pump = new PulsePump();
    private final OrreryView sky;
    private final TimeBar time;
    private final StatusLine status;
    private final SidePanel side;
    private final RulerLayer ruler;
    private final BodyPanel body;
    private final KernelsPanel kernels;
    private final Telemetry telemetry = new Telemetry();
    private final List<Panel> panels;
    private final Actions actions;
    private final CommandPalette palette;
    private final KeySheet keys;
    private final PictureSheet pictures;
    private final FilmSheet films;
    private final LinkActions links;
    private final SkyTable table;
    private final Zoom zoom;
    private final NoticeLabel message = new NoticeLabel();
    private final Button opener = new Button();
    private final Layout root;
    private final Scene scene;
    private @Nullable Stage stage;
    private @Nullable Boolean motion;
    private boolean systemMotion;
    private String firstPanel = "";
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
        this(service, et, theme, choice, new SystemExportTarget(), width, height);
    }

    OrreryWindow(
            SkyService service,
            double et,
            Theme theme,
            FileChoice choice,
            ExportTarget exports,
            double width,
            double height) {
        model = new SkyModel(service, et, theme);
        sky = new OrreryView(model);
        time = new TimeBar(model, pump);
        Ruler measure = new Ruler(model);
        ruler = new RulerLayer(model, measure, sky::picture);
        body = new BodyPanel(model, measure, pump, OrreryWindow::copy);
        kernels = new KernelsPanel(
                service,
                pump,
                choice,
                KernelFolders.system(),
                id -> model.selected().set(id));
        MappedKernels mapped = new MappedKernels(service);
        telemetry.register(service.recorders());
        telemetry.regions(mapped::regions);
        table = new SkyTable(model, pump);
        panels = List.of(
                body,
                new LatePanel<>("audit", AuditPanel.tabTitle(), AuditPanel::actions, () -> audit(service)),
                new LatePanel<>("telemetry", TelemetryPanel.tabTitle(), TelemetryPanel::actions, () -> {
                    TelemetryPanel charts = new TelemetryPanel(telemetry, pump, exports);
                    charts.readings(mapped::readings);
                    return charts;
                }),
                kernels,
                table);
        side = new SidePanel(panels, this::relayout);
        actions = new Actions(model, time, side, panels, this::windowAction);
        palette = new CommandPalette(actions::all, typed -> PaletteEntry.bodies(model, typed));
        body.onEvents(() -> side.show(body.id()));
        keys = new KeySheet(actions::table);
        links = new LinkActions(model, new SystemClipboard(), this::open, this::say);
        pictures = new PictureSheet(model, exports, this::say, () -> SHEETS, sky::signature);
        films = new FilmSheet(model, exports, this::say, () -> SHEETS);
        time.onScale(sky::timeScale);
        time.onChart(this::relayout);
        status = new StatusLine(model, pump, side::show, actions::run);
        opener.setGraphic(new FontIcon("fth-sidebar"));
        opener.setId("side-open");
        opener.getStyleClass().setAll("button", "flat", "opener");
        opener.setTooltip(new Tooltip(Fxml.WORDS.get("side.open")));
        opener.setAccessibleText(Fxml.WORDS.get("side.open"));
        opener.setOnAction(e -> side.open(true));
        kernels.notice().addListener((o, was, is) -> say(is));
        root = new Layout();
        zoom = new Zoom(root);
        scene = new Scene(zoom, width, height);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!FocusKeys.seesAll(scene.getFocusOwner())) {
                keyed(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(DragEvent.DRAG_OVER, this::draggedOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        theme(theme);
        var _ = pump.listen(this::pulse);
        relayout();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private AuditPanel audit(SkyService service) {
        return new AuditPanel(
                service.registry(),
                () -> {
                    SkyCatalogue catalogue = service.catalogue();
                    return catalogue == null ? List.of() : catalogue.kernels();
                },
                DefaultPaths.ledgers(),
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
        kernels.open(paths, KernelOrigin.COMMAND_LINE);
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

    /** The table of actions. */
    List<Action> actions() {
        return actions.table();
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
        if (firstPanel.isEmpty()) {
            if (scene.getWidth() >= 1280) {
                side.open(true);
            }
        } else if (!firstPanel.equals(CLOSED)) {
            side.show(firstPanel);
        }
        pump.start();
        telemetry.start();
        sky.startHint();
    }

    /** Brings every part up to date at once, from what the service computes now on this thread: for pictures. */
    public void settle() {
        model.follow();
        zoom.applyCss();
        zoom.layout();
        SkyFrame frame = model.service().compute(model.clock().et());
        model.aim(frame);
        sky.paintNow(frame, model.service().computePaths(frame.et(), model.wish()));
        body.refresh(model.service().computeFacts(model.selected().get(), frame.et()));
        kernels.settle(frame.et(), model.selected().get());
        ruler.pulse(System.nanoTime());
        table.refresh(frame);
        status.refresh();
        zoom.applyCss();
        zoom.layout();
        time.settle();
    }

    /** Shows the view of an {@code orrery:} link, or says what is wrong with it. */
    public void link(String text) {
        links.open(text);
    }

    /** The present choices, to be kept. */
    Settings settings() {
        SkyStyle style = model.style().get();
        Map<String, String> values = new HashMap<>();
        values.put("theme", style.theme().name());
        values.put("scale", style.scale().name());
        values.put("paths", style.paths().name());
        values.put("trail", Double.toString(style.trail()));
        values.put("rings", Boolean.toString(style.rings()));
        values.put("grid", style.grid().name());
        values.put("stars", Boolean.toString(style.stars()));
        values.put("milkyWay", Boolean.toString(style.milkyWay()));
        values.put("markers", Boolean.toString(style.markers()));
        values.put("labels", style.labels().name());
        values.put("time", time.timeScale().name());
        values.put("step", time.unit().name());
        values.put("zoom", Double.toString(zoom.factor()));
        if (motion != null) {
            values.put("reducedMotion", Boolean.toString(motion));
        }
        values.put("panel", side.isOpen() ? side.shownTab() : CLOSED);
        return Settings.of(values);
    }

    /** Takes over what was chosen before; what makes no sense is left as it is. */
    void settings(Settings kept) {
        SkyStyle now = model.style().get();
        model.style()
                .set(now.scale(kept.get("scale", ScaleMode::valueOf, now.scale()))
                        .paths(kept.get("paths", PathKind::valueOf, now.paths()))
                        .trail(kept.number("trail", 0, 4, now.trail()))
                        .rings(kept.flag("rings", now.rings()))
                        .grid(kept.get("grid", SkyGridKind::valueOf, now.grid()))
                        .stars(kept.flag("stars", now.stars()))
                        .milkyWay(kept.flag("milkyWay", now.milkyWay()))
                        .markers(kept.flag("markers", now.markers()))
                        .labels(kept.get("labels", LabelDensity::valueOf, now.labels())));
        theme(kept.get("theme", Theme::valueOf, now.theme()));
        time.timeScale(kept.get("time", TimeScale::valueOf, TimeScale.TDB));
        time.unit(kept.get("step", TimeStep::valueOf, TimeStep.DAY));
        zoom.factor(kept.number("zoom", Zoom.LEAST, Zoom.MOST, 1));
        String choice = kept.get("reducedMotion", value -> value, "");
        motion = choice.isEmpty() ? null : Boolean.valueOf(choice);
        move();
        String panel = kept.get("panel", value -> value, "");
        if (panels.stream().anyMatch(p -> p.id().equals(panel))) {
            firstPanel = panel;
        } else if (panel.equals(CLOSED)) {
            firstPanel = panel;
        }
    }

    /** Moves, or does not, as the reader or the system has it. */
    private void move() {
        boolean reduced = motion == null ? systemMotion : motion;
        sky.reducedMotion(reduced);
        model.clock().still(reduced);
    }

    /** With reduced motion on the system's side nothing flies here either, unless chosen otherwise. */
    void systemMotion(boolean reduced) {
        systemMotion = reduced;
        move();
    }

    /** The picture without the window, as large as given; for pictures. */
    WritableImage bare(int width, int height) {
        model.follow();
        SkyFrame frame = model.service().compute(model.clock().et());
        model.aim(frame);
        return Poster.compose(
                Poster.paint(
                        frame,
                        model.service().computePaths(frame.et(), model.wish()),
                        model.rig().camera(),
                        model.style().get(),
                        width,
                        height),
                true,
                "",
                SHEETS);
    }

    /** Shows what has been read of the kernels, for pictures. */
    public KernelsPanel kernels() {
        return kernels;
    }

    /** The Body tab, for pictures. */
    public BodyPanel body() {
        return body;
    }

    /** What samples this process; the audit registers its workers here. */
    public Telemetry telemetry() {
        return telemetry;
    }

    private void pulse(long now, long elapsed) {
        films.pulse();
        model.pulse(elapsed);
        sky.pulse();
        ruler.pulse(now);
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
            case "command" -> palette.open(false);
            case "find" -> palette.open(true);
            case "keys" -> keys.toggle();
            case "picture" -> pictures.open();
            case "film" -> films.open();
            case "copy" -> links.copy();
            case "paste" -> links.paste();
            case "larger" -> zoom.larger();
            case "smaller" -> zoom.smaller();
            case "usual" -> zoom.factor(1);
            case "motion" -> {
                motion = !(motion == null ? systemMotion : motion);
                move();
                say(new Notice(Fxml.WORDS.get(motion ? "motion.reduced" : "motion.full"), false));
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Changes the look. */
    public void theme(Theme theme) {
        theme.dress(scene, SHEETS);
        model.style().set(model.style().get().theme(theme));
        time.theme(theme);
        panels.forEach(panel -> panel.theme(theme));
    }

    private static String sheet(String name) {
        return Views.sheet(OrreryWindow.class, name);
    }

    private void keyed(KeyEvent event) {
        acted = false;
        if (palette.isVisible() || pictures.isVisible() || films.isVisible()) {
            return;
        }
        if (keys.isVisible()) {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                keys.close();
                event.consume();
            }
            return;
        }
        Node focus = scene.getFocusOwner();
        if (FocusKeys.opens(focus, event)) {
            event.consume();
            return;
        }
        if (FocusKeys.has(focus, event)) {
            return;
        }
        Action action = actions.of(event);
        if (action != null) {
            action.run().run();
            event.consume();
            acted = true;
        }
    }

    /** Esc that nothing in focus has a use for: a field gives the keys back, then what lies open closes, then the sky has them. */
    private void escaped(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (FocusKeys.typing(scene.getFocusOwner())) {
            sky.requestFocus();
        } else if (time.chart().isVisible()) {
            time.coverage();
        } else if (side.isWhole()) {
            side.whole(false);
        } else if (!sky.isFocused()) {
            sky.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    /** A key that has led into a field is not typed into it. */
    private void typed(KeyEvent event) {
        if (acted) {
            event.consume();
        } else if (event.getCharacter().equals("?")
                && !FocusKeys.typing(scene.getFocusOwner())
                && !palette.isVisible()) {
            // Where the question mark lies differs from keyboard to keyboard.
            keys.toggle();
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
            List<String> names =
                    event.getDragboard().getFiles().stream().map(File::toString).toList();
            kernels.open(WindowStart.kernels(names), KernelOrigin.DROPPED);
            String refusals = WindowStart.refusals(names);
            if (!refusals.isEmpty()) {
                say(new Notice(refusals, true));
            }
        }
        event.setDropCompleted(files);
        event.consume();
    }

    /** Says something above the time bar. */
    void say(@Nullable Notice notice) {
        if (notice == null) {
            return;
        }
        // An empty sky says why for as long as it is one.
        message.say(notice, notice.wrong() && model.catalogue().get() == null);
        root.requestLayout();
    }

    private void relayout() {
        root.requestLayout();
    }

    @Override
    public void close() {
        pump.stop();
        films.cancel();
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
            getChildren()
                    .addAll(
                            sky,
                            ruler,
                            opener,
                            side,
                            time.chart(),
                            bottom,
                            message,
                            time.complaint(),
                            palette,
                            keys,
                            pictures,
                            films);
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
            boolean covered = panel >= width;
            sky.setVisible(!covered);
            sky.cover(new Insets(0, covered ? 0 : panel, foot, 0));
            sky.resizeRelocate(0, 0, width, height);
            ruler.setVisible(!covered);
            ruler.cover(new Insets(0, covered ? 0 : panel, foot, 0));
            ruler.resizeRelocate(0, 0, width, height);
            palette.resizeRelocate(0, 0, width, height);
            keys.resizeRelocate(0, 0, width, height);
            pictures.resizeRelocate(0, 0, width, height);
            films.resizeRelocate(0, 0, width, height);
            double chart = Math.min(time.chart().wanted(), (height - foot) * 0.5);
            time.chart().resizeRelocate(0, height - foot - chart, width, chart);
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
