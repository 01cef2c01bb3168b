package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.KernelFolders;
import orrery.library.KernelOrigin;
import orrery.service.BodyFacts;
import orrery.service.SkyFrame;
import orrery.service.SkyPreview;
import orrery.service.SkyService;
import orrery.ui.fx.Action;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The Kernels tab, a workbench: which kernels are loaded and in which order, which file answers where, what is inside
 * them, how they differ; making kernels and fetching more. A kernel is opened, read through and tried before anything
 * changes; a bad one leaves the current ones loaded and says why.
 *
 * <p>If there is enough room, the list of kernels is beside the selected page. Confined to the JavaFX thread;
 * {@link KernelTasks} reads files and contacts servers.
 */
public final class KernelsPanel implements Panel {
    private static final double WIDE = 900;
    private static final double LIST = 400;

    private final SkyService service;
    private final FileChoice choice;
    private final Words words = Words.of(KernelsPanel.class);
    private final WorkbenchModel hub;
    private final Subscription subscription;
    private final Parent view;
    private final Map<WorkbenchTab, WorkbenchPage> sections = new EnumMap<>(WorkbenchTab.class);
    private final ShelfView list;
    private final CoverageView coverage;
    private final InsideView inside;
    private final CompareView compare;
    private final MakeView make;
    private final Handover handover;
    private final FetchView fetch;
    private final AnsweringStrip answering;
    private WorkbenchTab turned = WorkbenchTab.LIST;
    private boolean isShown;
    private Runnable wanted = () -> {};
    private boolean wide;
    private boolean found;
    private final Throttle looks = Throttle.millis(1_000);

    @FXML
    private VBox root;

    @FXML
    private ToggleGroup pages;

    @FXML
    private Label message;

    @FXML
    private StackPane foot;

    @FXML
    private HBox body;

    @FXML
    private StackPane left;

    @FXML
    private StackPane right;

    /**
     * @param service the sky, which opens and switches kernels
     * @param pump the window's pulse
     * @param choice how the user chooses files
     * @param places where kernels are searched for and settings are kept
     * @param chooseBody selects a body in the window, by NAIF id
     */
    public KernelsPanel(
            SkyService service, PulsePump pump, FileChoice choice, KernelFolders places, IntConsumer chooseBody) {
        this.service = service;
        this.choice = choice;
        hub = new WorkbenchModel(service, new KernelTasks(service, places, words), words, chooseBody);
        view = Views.load(KernelsPanel.class, "kernels.fxml", this, words);
        handover = new Handover(hub, this::offer);
        list = new ShelfView(hub, handover, this::choose, this::addMore, this::inspect);
        coverage = new CoverageView(hub, pump);
        inside = new InsideView(hub, pump);
        compare = new CompareView(hub, pump, this::saveFile);
        fetch = new FetchView(hub);
        answering = new AnsweringStrip(hub);
        foot.getChildren().add(answering.view());
        sections.put(WorkbenchTab.LIST, list);
        sections.put(WorkbenchTab.COVERAGE, coverage);
        sections.put(WorkbenchTab.INSIDE, inside);
        sections.put(WorkbenchTab.COMPARE, compare);
        make = new MakeView(hub, this::saveFile, kind -> switch (kind) {
            case IMPORT -> new ImportForm(hub, pump, this::chosen);
            case REFIT -> new RefitForm(hub);
            case EXPORT -> new ExportForm(hub);
            default -> new CopyForm(hub, kind);
        });
        sections.put(WorkbenchTab.MAKE, make);
        sections.put(WorkbenchTab.FETCH, fetch);
        pages.selectedToggleProperty().addListener((o, old, now) -> {
            if (now == null) {
                pages.selectToggle(old);
            } else {
                turn(WorkbenchTab.of(now.getUserData()));
            }
        });
        root.widthProperty().addListener((o, old, now) -> widen(now.doubleValue() >= WIDE));
        hub.notice().addListener((o, old, now) -> say(now));
        hub.listen(() -> sections.values().forEach(WorkbenchPage::refresh));
        sections.values().forEach(WorkbenchPage::refresh);
        arrange();
        subscription = pump.listen((now, elapsed) -> pulse());
    }

    @Override
    public String id() {
        return "kernels";
    }

    @Override
    public String title() {
        return words.get("kernels.tab");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean nowShown) {
        isShown = nowShown;
        if (nowShown && !found) {
            found = true;
            hub.find();
        }
        arrange();
    }

    @Override
    public void theme(Theme theme) {
        Palette palette = theme.palette();
        sections.values().forEach(section -> section.palette(palette));
        answering.palette(palette);
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(
                "kernels.open",
                words.get("kernels.action.open"),
                new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
                this::choose));
        actions.add(new Action(
                "kernels.add",
                words.get("kernels.action.add"),
                new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                this::addMore));
        actions.add(new Action("kernels.apply", words.get("kernels.action.apply"), null, hub.loading()::apply));
        actions.add(new Action("kernels.revert", words.get("kernels.action.revert"), null, hub.loading()::revert));
        actions.add(new Action(
                "kernels.restore",
                words.get("kernels.action.restore"),
                null,
                () -> hub.sessions().restore(Sessions.LAST)));
        actions.add(new Action("kernels.ghost", words.get("kernels.action.ghost"), null, compare::ghost));
        actions.add(new Action("kernels.ghost.more", words.get("kernels.action.ghost.more"), null, compare::larger));
        actions.add(new Action("kernels.ghost.less", words.get("kernels.action.ghost.less"), null, compare::smaller));
        for (WorkbenchTab page : WorkbenchTab.values()) {
            actions.add(new Action(
                    "kernels.page." + page.key(),
                    words.get("kernels.action.page", words.get("page." + page.key())),
                    null,
                    () -> turn(page)));
        }
        return actions;
    }

    /** The outcome of the last attempt to open kernels. */
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return hub.notice();
    }

    /** Opens kernels and switches to them if they are sound; meta-kernels are expanded. */
    public void open(List<Path> paths, KernelOrigin place) {
        hub.loading().open(paths, place);
    }

    /**
     * Accepts dropped or chosen files, sorted by content: kernels are opened in place of the current ones, other
     * programs' trajectories are offered for import, and for anything else a message says what to do. A folder stands
     * for its files.
     */
    public void take(List<Path> files, KernelOrigin place) {
        handover.take(files, kernels -> hub.loading().open(kernels, place));
    }

    /** Offers files for import: their contents are listed, and nothing is written yet. */
    public void offer(List<Path> files) {
        turn(WorkbenchTab.MAKE);
        if (make.turn(MakeKind.IMPORT) instanceof ImportForm form) {
            form.offer(files);
        }
        wanted.run();
    }

    /** Sets what to do when something here should become visible. */
    public void onWanted(Runnable show) {
        wanted = show;
    }

    /** Sets what to do when the user wants to look at the preview. */
    public void onAim(Consumer<SkyPreview.Way> look) {
        hub.onAim(look);
    }

    private List<Path> chosen() {
        return choice.choose(root.getScene() == null ? null : root.getScene().getWindow());
    }

    private void choose() {
        take(chosen(), KernelOrigin.DIALOG);
    }

    private void addMore() {
        handover.take(chosen(), kernels -> hub.loading().add(kernels, KernelOrigin.DIALOG));
    }

    private Optional<Path> saveFile(String name) {
        return choice.save(root.getScene() == null ? null : root.getScene().getWindow(), name);
    }

    private void inspect(Path kernel) {
        inside.inspect(kernel);
        list.inspected(kernel);
        if (wide && turned == WorkbenchTab.LIST) {
            turn(WorkbenchTab.INSIDE);
        }
    }

    /** Turns to a page. */
    void turn(WorkbenchTab page) {
        turned = page;
        pages.getToggles().stream()
                .filter(t -> page.key().equals(t.getUserData()) && !t.isSelected())
                .forEach(pages::selectToggle);
        arrange();
    }

    private void widen(boolean now) {
        if (now != wide) {
            wide = now;
            arrange();
        }
    }

    /** Arranges the visible pages, and tells each page whether it is visible. */
    private void arrange() {
        WorkbenchPage page = Objects.requireNonNull(sections.get(turned));
        if (wide) {
            WorkbenchPage beside = turned == WorkbenchTab.LIST ? coverage : page;
            left.getChildren().setAll(list.view());
            right.getChildren().setAll(beside.view());
            left.setMinWidth(LIST);
            left.setMaxWidth(LIST);
            HBox.setHgrow(left, Priority.NEVER);
            body.getChildren().setAll(left, right);
        } else {
            left.getChildren().clear();
            right.getChildren().setAll(page.view());
            body.getChildren().setAll(right);
        }
        sections.forEach((tab, section) -> section.shown(isShown && isInSight(tab)));
    }

    private boolean isInSight(WorkbenchTab page) {
        return page == turned
                || (wide
                        && (page == WorkbenchTab.LIST
                                || (turned == WorkbenchTab.LIST && page == WorkbenchTab.COVERAGE)));
    }

    /** Processes what has arrived; called once a pulse. */
    private void pulse() {
        hub.pulse();
        if (looks.passes(System.nanoTime())) {
            hub.lookForChanges();
        }
        if (isShown) {
            tellNow();
        }
    }

    private void tellNow() {
        SkyFrame frame = service.frame();
        BodyFacts facts = service.facts();
        if (frame != null) {
            int chosen = facts == null ? 0 : facts.body();
            sections.forEach((name, section) -> {
                if (isInSight(name)) {
                    section.now(frame.et(), chosen);
                }
            });
            answering.now(frame.et(), chosen);
        }
    }

    private void say(@Nullable Notice now) {
        FormParts.say(message, now == null ? "" : now.text(), now != null && now.wrong());
    }

    /** Shows kernels as if they had been opened, for pictures. */
    public void show(List<Appraisal> loaded) {
        hub.show(loaded);
    }

    /**
     * Processes what has arrived from the background; returns whether more is needed before the tab is complete, for
     * pictures.
     */
    public boolean isAtWork() {
        hub.pulse();
        return hub.isBusy() || hub.isLooking() || inside.isReading();
    }

    /** Draws the visible parts immediately, for an epoch and a selected body, for pictures. */
    public void settle(double et, int chosen) {
        sections.forEach((name, section) -> {
            if (isInSight(name)) {
                section.now(et, chosen);
                section.drawNow();
            }
        });
        answering.now(et, chosen);
    }

    /** The model of the pages, for tests. */
    WorkbenchModel hub() {
        return hub;
    }

    InsideView inside() {
        return inside;
    }

    CompareView compare() {
        return compare;
    }

    AnsweringStrip answering() {
        return answering;
    }

    FetchView fetch() {
        return fetch;
    }

    @Override
    public void close() {
        make.close();
        hub.close();
        subscription.unsubscribe();
    }
}
