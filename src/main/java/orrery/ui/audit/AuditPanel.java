package orrery.ui.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.AuditReport;
import orrery.audit.AuditRun;
import orrery.audit.ClaimContext;
import orrery.audit.LedgerFiles;
import orrery.audit.LedgerJson;
import orrery.audit.StandMatrix;
import orrery.audit.StandPlan;
import orrery.audit.Subject;
import orrery.binding.KernelRegistry;
import orrery.stand.ReaderSpec;
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
 * The Audit tab: one button starts an audit in which the claims about the kernel reader are proven or refuted one by
 * one, on the kernels from which the sky beside it is drawn meanwhile. Reads the progress of the run ten times a
 * second.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class AuditPanel extends AuditControls implements Panel {
    private static final double WIDE = 860;
    /** Left and right of the tools. */
    private static final double MARGINS = 32;

    private final Words words = Words.of(AuditPanel.class);
    private final PulsePump pump;
    private final FolderChoice choice;
    private final ReaderFileChoice readerFile;
    private final AuditModel model;
    private final StandModel stand;
    private final Parent view;
    private final PastList past;
    private final DisciplineGrid disciplines = new DisciplineGrid(words);
    private final AuditChoices choices;
    private final RunView runs;
    private final VerdictBanner banner;

    private final Follower refreshing;
    private final Throttle readable = Throttle.millis(100);
    private Optional<AuditReport> report = Optional.empty();
    private Optional<StandMatrix> found = Optional.empty();

    /**
     * With the system's dialog for external readers.
     *
     * @param registry the registry through which the sky maps its kernels; the audit shares its mappings
     * @param kernels paths of the kernels that the sky is drawn from
     * @param ledgers the folder in which each run saves its ledger
     * @param telemetry where the workers' lanes are shown
     * @param pump the window's timer
     * @param choice how the user chooses a folder to export to
     */
    public AuditPanel(
            KernelRegistry registry,
            Supplier<List<Path>> kernels,
            Path ledgers,
            Telemetry telemetry,
            PulsePump pump,
            FolderChoice choice) {
        this(
                new AuditModel(registry, kernels, ledgers, telemetry),
                new StandModel(ledgers),
                pump,
                choice,
                new SystemReaderFileChoice());
    }

    /** With another dialog for external readers; closes the models. */
    AuditPanel(AuditModel model, StandModel stand, PulsePump pump, FolderChoice choice, ReaderFileChoice readerFile) {
        this.pump = pump;
        this.choice = choice;
        this.readerFile = readerFile;
        this.model = model;
        this.stand = stand;
        this.past = new PastList(pump, words, model::compare);
        view = Views.load(AuditPanel.class, "audit.fxml", this, words);
        view.getStylesheets().add(Views.sheet(AuditPanel.class, "audit.css"));
        refreshing = new Follower(pump, (now, _) -> pulse(now));
        pastHolder.getChildren().add(past);
        standHolder.getChildren().add(disciplines);
        runs = new RunView(pump, words, this);
        banner = new VerdictBanner(words, verdictBox, verdict);
        choices = new AuditChoices(
                words,
                new AuditChoices.Controls(preset, reader, outside, seed, threads, queries, claims),
                this::say,
                this::chooseReader);
        // As narrow as requested; the contents are made to fit.
        root.setMinWidth(0);
        // Not from within the layout pass that sets the width: what is moved there would never be laid out again.
        root.widthProperty().addListener(_ -> Platform.runLater(this::fit));
        banner.hide();
        refresh();
    }

    private void fit() {
        choices.narrow(root.getWidth() - MARGINS);
        if (root.getWidth() >= WIDE != right.isManaged()) {
            runs.widen(root.getWidth() >= WIDE);
        }
    }

    // ---- user actions ----

    @FXML
    void startOrStop() {
        if (isRunning()) {
            model.stop();
            stand.stop();
            return;
        }
        choices.asked(model.kernels()).ifPresent(asked -> {
            switch (asked) {
                case AuditChoices.Selection.Inside(AuditPlan plan, Optional<Subject> broken) -> start(plan, broken);
                case AuditChoices.Selection.Outside(StandPlan plan) -> start(plan);
            }
        });
    }

    /**
     * Starts the ledger's audit of the program's own reader on the kernels shown, whatever is chosen, unless a run is
     * on.
     */
    public void prove() {
        if (!isRunning() && choices.haveKernels(model.kernels())) {
            start(AuditPlan.of(AuditPreset.LEDGER, model.kernels()), Optional.empty());
        }
    }

    private boolean isRunning() {
        return model.isRunning() || stand.isRunning();
    }

    private @Nullable Window owner() {
        return view.getScene() == null ? null : view.getScene().getWindow();
    }

    private void chooseReader(ReaderSpec.Kind kind) {
        readerFile.choose(kind, owner()).ifPresent(file -> choices.choose(kind, file));
    }

    /** Starts an audit of an external reader. */
    void start(StandPlan plan) {
        report = Optional.empty();
        found = Optional.empty();
        banner.hide();
        disciplines.hide();
        stand.start(plan, record.isSelected());
        runs.see(false);
        refresh();
    }

    /** Starts an audit of a reader, or of the program's own. */
    void start(AuditPlan plan, Optional<Subject> subject) {
        report = Optional.empty();
        found = Optional.empty();
        disciplines.hide();
        runs.see(true);
        model.start(plan, subject, record.isSelected());
        runs.expect(plan);
        refresh();
    }

    @FXML
    void goOn() {
        model.run().flatMap(AuditRun::context).ifPresent(ClaimContext::goOn);
    }

    @FXML
    void showRaw() {
        runs.places(false);
        refresh();
    }

    @FXML
    void showPlaces() {
        runs.places(true);
        refresh();
    }

    @FXML
    void exportLedger() {
        if (report.isPresent() || found.isPresent()) {
            choice.choose(owner()).ifPresent(this::exportInto);
        }
    }

    private void exportInto(Path folder) {
        try {
            Path into;
            if (found.isPresent()) {
                into = StandModel.write(folder, found.get());
            } else {
                into = LedgerFiles.folderFor(folder, report.orElseThrow());
                LedgerFiles.write(into, report.orElseThrow());
            }
            say(words.get("audit.exported", into));
        } catch (IOException e) {
            say(words.get("audit.exported.not", String.valueOf(e.getMessage())));
        }
    }

    /** Scrolls to the evidence of the first refuted claim. */
    @FXML
    void toRefuted() {
        runs.toRefuted();
    }

    private void say(String text) {
        message.setText(text);
    }

    // ---- display ----

    private void pulse(long nanos) {
        if (readable.passes(nanos)) {
            refresh();
        }
    }

    /** Shows the current state of everything. */
    void refresh() {
        AuditModel.Outcome outcome = model.outcomes().take();
        if (outcome != null) {
            ended(outcome);
        }
        StandModel.Outcome ended = stand.outcomes().take();
        if (ended != null) {
            ended(ended);
        }
        List<LedgerJson.Past> ledgers = model.past().take();
        if (ledgers != null) {
            past.show(ledgers);
        }
        SideBySide.Read compared = model.compared().take();
        if (compared != null) {
            past.show(compared);
            past.justOpened().ifPresent(this::reveal);
        }
        boolean running = isRunning();
        start.setText(words.get(running ? "audit.stop" : "audit.start"));
        start.setAccessibleText(start.getText());
        record.setDisable(running);
        export.setDisable((report.isEmpty() && found.isEmpty()) || running);
        choices.disable(running);
        if (inside.isManaged()) {
            model.run().ifPresent(run -> show(run, running));
        }
        stand.audit().ifPresent(audit -> {
            bar.setProgress(Math.max(0.01, audit.share()));
            say(audit.doing());
        });
        frames.setText(words.get("audit.frames", String.format(Locale.ROOT, "%.0f", pump.framesPerSecond())));
    }

    private void show(AuditRun run, boolean running) {
        bar.setProgress(running ? Math.max(0.01, run.progress().share()) : report.isPresent() ? 1 : 0);
        if (running) {
            say(run.progress().doing());
        }
        runs.show(run, running);
    }

    private void ended(AuditModel.Outcome outcome) {
        report = outcome.report();
        outcome.report().ifPresent(banner::show);
        if (!outcome.trouble().isEmpty()) {
            say(
                    outcome.folder().isPresent()
                            ? words.get(
                                    "audit.ledger.elsewhere", outcome.folder().get(), outcome.trouble())
                            : words.get(
                                    outcome.report().isPresent() ? "audit.ledger.not" : "audit.failed",
                                    outcome.trouble()));
        } else {
            say(outcome.folder()
                    .map(f -> words.get(record.isSelected() ? "audit.ledger.recorded" : "audit.ledger", f))
                    .orElse(""));
        }
        if (report.map(r -> !r.with(orrery.audit.Verdict.REFUTED).isEmpty()).orElse(false)) {
            model.run().ifPresent(run -> show(run, false));
            view.applyCss();
            ((Parent) scroll.getContent()).layout();
            toRefuted();
        }
    }

    private void ended(StandModel.Outcome outcome) {
        found = outcome.matrix();
        bar.setProgress(found.isPresent() ? 1 : 0);
        found.ifPresent(matrix -> {
            banner.show(matrix);
            disciplines.show(matrix);
        });
        if (outcome.trouble().isEmpty()) {
            say(outcome.folder().map(f -> words.get("audit.outside.ledger", f)).orElse(""));
        } else {
            say(words.get(found.isPresent() ? "audit.ledger.not" : "audit.failed", outcome.trouble()));
        }
    }

    // ---- the panel's interface ----

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
        runs.shown(shown);
        past.shown(shown);
        if (shown) {
            model.readPast();
            refresh();
        }
    }

    /** The panel's actions, for a panel that may not exist yet. */
    public static List<Action> actions(Consumer<Consumer<AuditPanel>> on) {
        return List.of(new Action(
                "audit.run",
                Words.of(AuditPanel.class).get("audit.action"),
                null,
                () -> on.accept(AuditPanel::startOrStop)));
    }

    /** The text on the tab. */
    public static String tabTitle() {
        return Words.of(AuditPanel.class).get("audit.tab");
    }

    @Override
    public List<Action> actions() {
        return actions(what -> what.accept(this));
    }

    @Override
    public void theme(Theme theme) {
        runs.palette(theme);
        past.palette(theme);
    }

    @Override
    public void close() {
        shown(false);
        model.close();
        stand.close();
    }
}
