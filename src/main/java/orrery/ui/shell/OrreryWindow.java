package orrery.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import orrery.library.KernelFolders;
import orrery.library.KernelOrigin;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.telemetry.Telemetry;
import orrery.ui.audit.AuditPanel;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.guide.GuideDoors;
import orrery.ui.kernels.FileChoice;
import orrery.ui.kernels.KernelsPanel;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.BodyPanel;
import orrery.ui.orrery.OrreryView;
import orrery.ui.orrery.Poster;
import orrery.ui.orrery.Ruler;
import orrery.ui.orrery.RulerLayer;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyTable;
import orrery.ui.telemetry.ExportTarget;

/**
 * The complete window: the sky edge to edge, the panel over its right side, the time bar and the status line below. The
 * same window is shown on a stage or drawn off-screen.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class OrreryWindow implements AutoCloseable {
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
    private final TextClipboard clipboard = new SystemClipboard();
    private final WebAddresses web = new WebAddresses(clipboard, this::say);
    private final List<Panel> panels;
    private final Actions actions;
    private final CommandPalette palette;
    private final KeySheet keys;
    private final PictureSheet pictures;
    private final FilmSheet films;
    private final WindowTours tours;
    private final WindowGuide guide;
    private final LinkActions links;
    private final SkyTable table;
    private final Zoom zoom;
    private final NoticeLabel message = new NoticeLabel();
    private final ProofOffer proof;
    private final WindowLayout root;
    private final WindowChoices choices;
    private final Scene scene;
    private boolean wall;

    /**
     * @param service the sky; the caller must close it
     * @param et the first date, TDB seconds past J2000
     * @param theme the initial theme
     * @param choice how the user chooses kernels
     * @param size of the scene, pixels
     */
    public OrreryWindow(SkyService service, double et, Theme theme, FileChoice choice, Dimension2D size) {
        this(service, et, theme, choice, new SystemExportTarget(), size);
    }

    /** As the other constructor, with a target for pictures and films instead of the system's dialog. */
    public OrreryWindow(
            SkyService service, double et, Theme theme, FileChoice choice, ExportTarget exports, Dimension2D size) {
        model = new SkyModel(service, et, theme);
        sky = new OrreryView(model);
        time = new TimeBar(model, pump);
        Ruler measure = new Ruler(model);
        ruler = new RulerLayer(model, measure, sky::picture);
        body = new BodyPanel(model, measure, pump, clipboard::put);
        body.saveTo(name -> exports.choose(null, name));
        kernels = new KernelsPanel(service, pump, choice, KernelFolders.system(), model.selected()::set);
        MappedKernels mapped = new MappedKernels(service);
        telemetry.register(service.recorders());
        telemetry.regions(mapped::regions);
        table = new SkyTable(model, pump);
        tours = new WindowTours(model, new SystemTourFileChoice(), this::say, this::filmTour);
        LatePanel<AuditPanel> audit = WindowPanels.audit(service, telemetry, pump);
        panels = List.of(
                body, audit, WindowPanels.telemetry(telemetry, pump, exports, mapped), kernels, table, tours.panel());
        side = new SidePanel(panels, this::relayout);
        proof = new ProofOffer(DefaultPaths.ledgers(), () -> {
            side.show(audit.id());
            audit.panel().prove();
        });
        actions = new Actions(model, time, side, panels, this::windowAction);
        palette = new CommandPalette(actions::all, typed -> PaletteEntry.bodies(model, typed));
        body.onEvents(() -> side.show(body.id()));
        keys = new KeySheet(actions::table);
        links = new LinkActions(model, clipboard, this::open, this::say);
        guide = new WindowGuide(this, side, new GuideDoors(this::link, web::show, web::copy, this::relayout));
        pictures = new PictureSheet(model, exports, this::say, () -> WindowSheets.ALL, sky::signature);
        films = new FilmSheet(
                model,
                exports,
                this::say,
                () -> WindowSheets.ALL,
                () -> tours.panel().tour());
        time.onScale(sky::timeScale);
        time.onChart(this::relayout);
        status = new StatusLine(model, pump, side::show, actions::run);
        kernels.notice().addListener((o, was, is) -> say(is));
        root = new WindowLayout(
                new WindowLayout.Parts(sky, ruler, side, time, tours.bar(), status, message, proof, guide),
                palette,
                keys,
                pictures,
                films);
        guide.in(root);
        zoom = new Zoom(root);
        choices = new WindowChoices(this, model, sky, time, side, zoom);
        scene = new Scene(zoom, size.getWidth(), size.getHeight());
        connect();
        theme(theme);
        var _ = pump.listen(this::pulse);
        relayout();
    }

    /** Keys, drops, and what one part asks of another. */
    private void connect() {
        new WindowKeys(this, actions, guide, palette, keys, () -> pictures.isVisible() || films.isVisible()).listen();
        new KernelDrop(kernels, tours::open, this::say).listen(root);
        kernels.onWanted(() -> side.show(kernels.id()));
        kernels.onAim(model::show);
        tours.openPanels(side, id -> !wall && side.has(id));
    }

    /** How addresses outside the program are shown, and what the guide copies. */
    WebAddresses web() {
        return web;
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

    /** Shows the window on a stage and starts following the pulse. */
    public void show(Stage on) {
        on.setScene(scene);
        on.setTitle(Fxml.WORDS.get("window.title"));
        on.setMinWidth(720);
        on.setMinHeight(520);
        on.show();
        sky.requestFocus();
        start();
    }

    /** Starts following the pulse. */
    public void start() {
        if (!wall) {
            choices.openFirstPanel(scene.getWidth());
        }
        pump.start();
        telemetry.start();
        if (wall) {
            sky.endHint();
        } else {
            sky.startHint();
        }
    }

    /** Updates every part immediately, from what the service computes now on this thread: for pictures. */
    public void settle() {
        model.follow();
        zoom.settle();
        SkyFrame frame = model.service().compute(model.clock().et());
        model.aim(frame);
        sky.paintNow(frame, model.service().computePaths(frame.et(), model.wish()));
        body.refresh(model.service().computeFacts(model.selected().get(), frame.et()));
        kernels.settle(frame.et(), model.selected().get());
        ruler.pulse(System.nanoTime());
        table.refresh(frame);
        status.refresh();
        zoom.settle();
        time.settle();
    }

    /** Offers to put this copy of the program to the proof, if that was neither done nor declined. */
    void offerProof() {
        if (!wall) {
            proof.offer();
        }
    }

    /** Shows the view of an {@code orrery:} link, or an error message. */
    public void link(String text) {
        links.open(text);
    }

    /** The current settings, to be saved. */
    Settings settings() {
        return choices.kept();
    }

    /** Applies earlier settings; invalid ones are ignored. */
    void settings(Settings kept) {
        choices.take(kept);
    }

    /** With reduced motion set in the system nothing flies here either, unless the user chose otherwise. */
    void systemMotion(boolean reduced) {
        choices.systemMotion(reduced);
    }

    /** The picture without the window, at the given size; for pictures. */
    WritableImage bare(int width, int height) {
        return Poster.of(model, width, height, WindowSheets.ALL);
    }

    /** Shows the kernels read so far, for pictures. */
    public KernelsPanel kernels() {
        return kernels;
    }

    /** The Body tab, for pictures. */
    public BodyPanel body() {
        return body;
    }

    /** The telemetry of this process, where the audit registers its workers. */
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

    private void windowAction(WindowAction action) {
        switch (action) {
            case THEME -> theme(model.style().get().theme().other());
            case FULL -> {
                if (scene.getWindow() instanceof Stage on) {
                    on.setFullScreen(!on.isFullScreen());
                }
            }
            case COMMAND -> palette.open(false);
            case FIND -> palette.open(true);
            case GUIDE -> guide.toggle();
            case KEYS -> keys.toggle();
            case PICTURE -> pictures.open();
            case FILM -> films.open();
            case COPY -> links.copy();
            case PASTE -> links.paste();
            case LARGER -> zoom.larger();
            case SMALLER -> zoom.smaller();
            case USUAL -> zoom.factor(1);
            case MOTION ->
                say(new Notice(Fxml.WORDS.get(choices.toggleMotion() ? "motion.reduced" : "motion.full"), false));
        }
    }

    /** Changes the theme. */
    public void theme(Theme theme) {
        theme.dressWindow(scene, WindowSheets.ALL);
        model.style().set(model.style().get().theme(theme));
        time.theme(theme);
        panels.forEach(panel -> panel.theme(theme));
    }

    /** Shows a message above the time bar. */
    void say(@Nullable Notice notice) {
        if (notice == null || wall) {
            return;
        }
        // While the sky is empty, it says why.
        message.say(notice, notice.wrong() && model.catalogue().get() == null);
        root.requestLayout();
    }

    WindowTours tours() {
        return tours;
    }

    /** Turns the window into a wall: only the sky and text, unless panels are allowed. */
    void wall(boolean panels) {
        wall = !panels;
        if (wall) {
            root.wall();
        }
    }

    /** Enlarges text and marks by this factor. */
    void grow(double factor) {
        zoom.factor(factor);
    }

    /** Runs an action once a pulse. */
    void everyPulse(Runnable task) {
        var _ = pump.listen((_, _) -> task.run());
    }

    SidePanel side() {
        return side;
    }

    TimeBar time() {
        return time;
    }

    private void filmTour() {
        films.openTour();
    }

    private void relayout() {
        root.requestLayout();
    }

    @Override
    public void close() {
        pump.stop();
        proof.close();
        films.cancel();
        sky.close();
        panels.forEach(Panel::close);
        telemetry.close();
    }
}
