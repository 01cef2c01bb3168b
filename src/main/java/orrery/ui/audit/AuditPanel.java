package orrery.ui.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.AuditProgress;
import orrery.audit.AuditReport;
import orrery.audit.AuditRun;
import orrery.audit.Claim;
import orrery.audit.ClaimContext;
import orrery.audit.Claims;
import orrery.audit.IdentityMatrix;
import orrery.audit.LedgerFiles;
import orrery.audit.LedgerJson;
import orrery.audit.Mutants;
import orrery.audit.Subject;
import orrery.binding.KernelRegistry;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.Telemetry;
import orrery.ui.fx.Action;
import orrery.ui.fx.Follower;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The Audit tab: one button, and the claims about the kernel reader are proven or refuted one by one, on the kernels that
 * the sky beside it is drawn from, while it goes on being drawn. Pulls what the run says of itself, ten times a second.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class AuditPanel implements Panel {
    private static final double WIDE = 860;
    /** Left and right of the tools. */
    private static final double MARGINS = 32;

    private static final int MOST_THREADS = 1_000;
    private static final int MOST_QUERIES = 10_000_000;

    private final Words words = Words.of(AuditPanel.class);
    private final PulsePump pump;
    private final FolderChoice choice;
    private final AuditModel model;
    private final Parent view;
    private final MatrixView matrix;
    private final PlugRow plugs = new PlugRow(words);
    private final PastList past = new PastList(words);
    private final List<ClaimCard> cards = new ArrayList<>();
    private final Map<String, CheckMenuItem> wanted = new LinkedHashMap<>();

    @FXML
    private VBox root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private ChoiceBox<AuditPreset> preset;

    @FXML
    private ChoiceBox<String> reader;

    @FXML
    private TextField seed;

    @FXML
    private TextField threads;

    @FXML
    private TextField queries;

    @FXML
    private MenuButton claims;

    @FXML
    private Button start;

    @FXML
    private Button export;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label said;

    @FXML
    private VBox verdictBox;

    @FXML
    private Label verdict;

    @FXML
    private Label overlap;

    @FXML
    private Label overlapNote;

    @FXML
    private Label rate;

    @FXML
    private Label percentiles;

    @FXML
    private Label frames;

    @FXML
    private ToggleButton raw;

    @FXML
    private ToggleButton places;

    @FXML
    private StackPane matrixHolder;

    @FXML
    private Label cell;

    @FXML
    private VBox plugBox;

    @FXML
    private Label plugsSaid;

    @FXML
    private Button goOn;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private VBox pastHolder;

    private final Follower refreshing;
    private final Throttle readable = Throttle.millis(100);
    private Optional<AuditReport> report = Optional.empty();

    /**
     * @param registry the registry through which the sky maps its kernels; the audit shares its mappings
     * @param kernels paths of the kernels that the sky is drawn from
     * @param ledgers the folder in which each run leaves its ledger
     * @param telemetry where the workers' lanes are shown
     * @param pump the window's timer
     * @param choice how a folder to export to is chosen
     */
    public AuditPanel(
            KernelRegistry registry,
            Supplier<List<Path>> kernels,
            Path ledgers,
            Telemetry telemetry,
            PulsePump pump,
            FolderChoice choice) {
        this.pump = pump;
        this.choice = choice;
        this.model = new AuditModel(registry, kernels, ledgers, telemetry);
        view = Views.load(AuditPanel.class, "audit.fxml", this, words);
        view.getStylesheets().add(Views.sheet(AuditPanel.class, "audit.css"));
        refreshing = new Follower(pump, (now, _) -> pulse(now));
        matrix = new MatrixView(pump, words, cell::setText);
        matrixHolder.getChildren().add(matrix);
        plugBox.getChildren().add(1, plugs);
        pastHolder.getChildren().add(past);
        choices();
        for (Claim claim : Claims.all()) {
            ClaimCard card = new ClaimCard(claim, words);
            cards.add(card);
        }
        widen(false);
        // As narrow as it is asked to be, and what does not fit is made to.
        root.setMinWidth(0);
        // Not from within the layout that sets the width: what is moved there would never be laid out again.
        root.widthProperty().addListener(_ -> Platform.runLater(this::fit));
        raw.setSelected(true);
        plugBox.setManaged(false);
        plugBox.setVisible(false);
        verdictBox.setManaged(false);
        verdictBox.setVisible(false);
        refresh();
    }

    private void fit() {
        reader.setMaxWidth(root.getWidth() - MARGINS);
        if (root.getWidth() >= WIDE != right.isManaged()) {
            widen(root.getWidth() >= WIDE);
        }
    }

    /** Where there is room the matrix's cells grow and the claims stand in two columns. */
    private void widen(boolean wide) {
        matrixHolder.getStyleClass().remove("wide");
        if (wide) {
            matrixHolder.getStyleClass().add("wide");
        }
        int half = wide ? (cards.size() + 1) / 2 : cards.size();
        left.getChildren().clear();
        right.getChildren().clear();
        left.getChildren().setAll(cards.subList(0, half));
        right.getChildren().setAll(cards.subList(half, cards.size()));
        right.setManaged(wide);
        right.setVisible(wide);
        // Two that want equally little share what there is equally.
        left.setPrefWidth(wide ? 1 : Region.USE_COMPUTED_SIZE);
        right.setPrefWidth(1);
    }

    private void choices() {
        preset.setItems(FXCollections.observableArrayList(AuditPreset.values()));
        preset.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable AuditPreset value) {
                return value == null ? "" : words.get("audit.preset." + value.wireName());
            }

            @Override
            public AuditPreset fromString(String text) {
                throw new UnsupportedOperationException("presets are chosen, not typed");
            }
        });
        preset.setValue(AuditPreset.LEDGER);
        List<String> readers = new ArrayList<>(List.of(words.get("audit.reader.own")));
        Mutants.all()
                .forEach(m ->
                        readers.add(words.get("audit.reader.broken", m.subject().name())));
        reader.setItems(FXCollections.observableArrayList(readers));
        reader.getSelectionModel().select(0);
        seed.setText(Long.toString(AuditPlan.SEED));
        preset.valueProperty().addListener((_, _, now) -> figures(now));
        figures(preset.getValue());
        CheckMenuItem every = new CheckMenuItem(words.get("audit.claims.every"));
        every.setSelected(true);
        every.setOnAction(_ -> wanted.forEach((_, item) -> item.setSelected(every.isSelected())));
        claims.getItems().setAll(every, new SeparatorMenuItem());
        for (Claim claim : Claims.all()) {
            CheckMenuItem item = new CheckMenuItem(claim.id() + "  " + claim.title());
            item.setSelected(true);
            item.selectedProperty().addListener(_ -> {
                every.setSelected(chosen().size() == wanted.size());
                tellChosen();
            });
            wanted.put(claim.id(), item);
            claims.getItems().add(item);
        }
        tellChosen();
    }

    /** The preset's own figures, as a beginning to change them from. */
    private void figures(AuditPreset of) {
        threads.setText(Integer.toString(of.threads()));
        queries.setText(Integer.toString(of.queries()));
    }

    private List<String> chosen() {
        return wanted.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void tellChosen() {
        int some = chosen().size();
        claims.setText(
                some == wanted.size()
                        ? words.get("audit.claims.all")
                        : words.get("audit.claims.some", some, wanted.size()));
    }

    /** A whole number from 1 to a limit; what is wrong with anything else is said. */
    private OptionalInt number(TextField field, int most, String otherwise) {
        try {
            int number = Integer.parseInt(field.getText().strip().replace(",", ""));
            if (number >= 1 && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Said below, as a number out of range is.
        }
        say(words.get(otherwise, String.format(Locale.ROOT, "%,d", most)));
        field.requestFocus();
        field.selectAll();
        return OptionalInt.empty();
    }

    // ---- what a person does ----

    @FXML
    void startOrStop() {
        if (model.isRunning()) {
            model.stop();
            return;
        }
        List<Path> kernels = model.kernels();
        if (kernels.isEmpty()) {
            say(words.get("audit.nokernel"));
            return;
        }
        long number;
        try {
            number = Long.parseLong(seed.getText().strip());
        } catch (NumberFormatException _) {
            say(words.get("audit.noseed"));
            return;
        }
        OptionalInt threadsAsked = number(threads, MOST_THREADS, "audit.threads.not");
        if (threadsAsked.isEmpty()) {
            return;
        }
        OptionalInt queriesAsked = number(queries, MOST_QUERIES, "audit.queries.not");
        if (queriesAsked.isEmpty()) {
            return;
        }
        List<String> ids = chosen();
        if (ids.isEmpty()) {
            say(words.get("audit.claims.none"));
            return;
        }
        int broken = reader.getSelectionModel().getSelectedIndex() - 1;
        AuditPlan plan = AuditPlan.of(preset.getValue(), kernels)
                .withSeed(number)
                .withThreads(threadsAsked.getAsInt())
                .withQueries(queriesAsked.getAsInt())
                .withClaims(ids.size() == wanted.size() ? List.of() : ids)
                .besideAWindow();
        if (broken >= 0) {
            Mutants.Mutant mutant = Mutants.all().get(broken);
            start(plan.withClaims(mutant.suspects()), Optional.of(mutant.subject()));
        } else {
            start(plan, Optional.empty());
        }
    }

    /** Starts an audit of a reader, or of the program's own. */
    void start(AuditPlan plan, Optional<Subject> subject) {
        report = Optional.empty();
        model.start(plan, subject);
        cards.forEach(card -> {
            boolean asked = plan.asks(card.claimId());
            card.setVisible(asked);
            card.setManaged(asked);
        });
        refresh();
    }

    @FXML
    void goOn() {
        model.run().flatMap(AuditRun::bench).ifPresent(ClaimContext::goOn);
    }

    @FXML
    void showRaw() {
        raw.setSelected(true);
        places.setSelected(false);
        refresh();
    }

    @FXML
    void showPlaces() {
        raw.setSelected(false);
        places.setSelected(true);
        refresh();
    }

    @FXML
    void exportLedger() {
        Optional<AuditReport> found = report;
        if (found.isEmpty()) {
            return;
        }
        choice.choose(view.getScene() == null ? null : view.getScene().getWindow())
                .ifPresent(folder -> {
                    Path into = LedgerFiles.folderFor(folder, found.get());
                    try {
                        LedgerFiles.write(into, found.get());
                        say(words.get("audit.exported", into));
                    } catch (IOException e) {
                        say(words.get("audit.exported.not", String.valueOf(e.getMessage())));
                    }
                });
    }

    /** Takes the reader to the evidence of the first claim that was refuted. */
    @FXML
    void toRefuted() {
        cards.stream()
                .filter(card -> card.look() == VerdictLook.REFUTED)
                .findFirst()
                .ifPresent(this::reveal);
    }

    private void reveal(ClaimCard card) {
        card.open();
        Region content = (Region) scroll.getContent();
        content.layout();
        double top = content.sceneToLocal(card.localToScene(0, 0)).getY();
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
        card.requestFocus();
    }

    private void say(String text) {
        said.setText(text);
    }

    // ---- what is shown ----

    private void pulse(long nanos) {
        if (readable.passes(nanos)) {
            refresh();
        }
    }

    /** Shows everything as it is now. */
    void refresh() {
        AuditModel.Outcome outcome = model.outcomes().take();
        if (outcome != null) {
            ended(outcome);
        }
        List<LedgerJson.Past> ledgers = model.past().take();
        if (ledgers != null) {
            past.show(ledgers);
        }
        boolean running = model.isRunning();
        start.setText(words.get(running ? "audit.stop" : "audit.start"));
        start.setAccessibleText(start.getText());
        export.setDisable(report.isEmpty() || running);
        preset.setDisable(running);
        reader.setDisable(running);
        seed.setDisable(running);
        threads.setDisable(running);
        queries.setDisable(running);
        claims.setDisable(running);
        model.run().ifPresent(run -> run(run, running));
        frames.setText(words.get("audit.frames", String.format(Locale.ROOT, "%.0f", pump.framesPerSecond())));
    }

    private void run(AuditRun run, boolean running) {
        AuditProgress progress = run.progress();
        bar.setProgress(running ? Math.max(0.01, progress.share()) : report.isPresent() ? 1 : 0);
        if (running) {
            say(progress.doing());
        }
        for (AuditProgress.ClaimState state : progress.claims()) {
            cards.stream()
                    .filter(card -> card.claimId().equals(state.claim().id()))
                    .forEach(card -> card.show(state));
        }
        progress.window().ifPresent(this::window);
        Optional<ClaimContext> bench = run.bench();
        List<IdentityMatrix> matrices = bench.map(ClaimContext::matrices).orElse(List.of());
        places.setDisable(matrices.size() < 2);
        matrix.show(
                matrices.isEmpty()
                        ? Optional.empty()
                        : Optional.of(places.isSelected() ? matrices.getLast() : matrices.getFirst()));
        plugs(bench.flatMap(ClaimContext::plugs), running);
    }

    private void window(AuditProgress.WindowState window) {
        overlap.setText(words.get("audit.overlap", window.most(), window.needed()));
        overlapNote.setText(words.get(
                "audit.overlap.note",
                window.group(),
                String.format(Locale.ROOT, "%.1f", window.mean()),
                String.format(Locale.ROOT, "%,d", window.rounds()),
                String.format(Locale.ROOT, "%.1f", window.nanos() / 1e9)));
        rate.setText(words.get("audit.rate", rate(window.queriesASecond())));
        LatencyHistogram times = window.service();
        percentiles.setText(
                times.count() == 0
                        ? ""
                        : words.get(
                                "audit.percentiles",
                                nanos(times.percentile(50)),
                                nanos(times.percentile(99)),
                                nanos(times.percentile(99.9)),
                                nanos(times.max())));
    }

    private static String rate(double perSecond) {
        return perSecond >= 1e6
                ? String.format(Locale.ROOT, "%.2f M", perSecond / 1e6)
                : String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String nanos(long nanos) {
        return nanos < 1_000
                ? nanos + " ns"
                : nanos < 1_000_000
                        ? String.format(Locale.ROOT, "%.3g \u00b5s", nanos / 1e3)
                        : String.format(Locale.ROOT, "%.3g ms", nanos / 1e6);
    }

    private void plugs(Optional<orrery.audit.PlugBoard> board, boolean running) {
        boolean inUse = board.isPresent() && running;
        if (board.isPresent()) {
            plugBox.setManaged(true);
            plugBox.setVisible(true);
        }
        plugs.show(inUse ? board : Optional.empty());
        goOn.setVisible(inUse && board.map(b -> b.open() < b.size()).orElse(false));
        plugsSaid.setText(plugs.sentence());
    }

    private void ended(AuditModel.Outcome outcome) {
        report = outcome.report();
        outcome.report().ifPresent(this::verdict);
        if (!outcome.trouble().isEmpty()) {
            say(
                    outcome.folder().isPresent()
                            ? words.get(
                                    "audit.ledger.elsewhere", outcome.folder().get(), outcome.trouble())
                            : words.get(
                                    outcome.report().isPresent() ? "audit.ledger.not" : "audit.failed",
                                    outcome.trouble()));
        } else {
            say(outcome.folder().map(f -> words.get("audit.ledger", f)).orElse(""));
        }
        if (report.map(r -> !r.with(orrery.audit.Verdict.REFUTED).isEmpty()).orElse(false)) {
            model.run().ifPresent(run -> run(run, false));
            view.applyCss();
            ((Parent) scroll.getContent()).layout();
            toRefuted();
        }
    }

    private void verdict(AuditReport found) {
        VerdictLook look = found.cancelled() ? VerdictLook.VOID : VerdictLook.of(found.verdict());
        verdictBox.setManaged(true);
        verdictBox.setVisible(true);
        look.dress(verdictBox);
        String tally = words.get(
                "audit.tally",
                found.with(orrery.audit.Verdict.PROVEN).size(),
                found.asked().size(),
                String.format(Locale.ROOT, "%.1f", found.duration().toMillis() / 1e3));
        verdict.setText(look.mark() + "  "
                + (found.cancelled()
                        ? words.get("audit.cancelled")
                        : switch (found.verdict()) {
                            case REFUTED ->
                                words.get(
                                        "audit.refuted",
                                        String.join(
                                                ", ",
                                                found.with(orrery.audit.Verdict.REFUTED).stream()
                                                        .map(j -> j.claim().id())
                                                        .toList()));
                            case PROVEN -> words.get("audit.proven");
                            default -> words.get("audit.undecided");
                        })
                + " " + tally);
    }

    // ---- the panel's side ----

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String title() {
        return tabTitle();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        if (!refreshing.follow(shown)) {
            return;
        }
        matrix.shown(shown);
        if (shown) {
            model.readPast();
            refresh();
        }
    }

    /** Draws what is drawn and not styled, for pictures. */
    public void settle() {
        fit();
        refresh();
        matrix.drawNow();
    }

    /** The panel's actions, for one that may not have been made yet. */
    public static List<Action> actions(Consumer<Consumer<AuditPanel>> on) {
        return List.of(new Action(
                "audit.run",
                Words.of(AuditPanel.class).get("audit.action"),
                null,
                () -> on.accept(AuditPanel::startOrStop)));
    }

    /** What stands on the tab. */
    public static String tabTitle() {
        return Words.of(AuditPanel.class).get("audit.tab");
    }

    @Override
    public List<Action> actions() {
        return actions(what -> what.accept(this));
    }

    @Override
    public void theme(Theme theme) {
        matrix.palette(theme.palette());
    }

    @Override
    public void close() {
        shown(false);
        model.close();
    }
}
