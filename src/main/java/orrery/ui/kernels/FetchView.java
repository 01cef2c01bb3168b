package orrery.ui.kernels;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.library.Catalogue;
import orrery.library.CatalogueEntry;
import orrery.library.Download;
import orrery.library.FetchException;
import orrery.library.KernelOrigin;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The page that fetches kernels: the catalogue, plus any path or address; one download at a time, with its rate, which
 * can be cancelled and resumed. JavaFX thread only; downloads run in the background.
 */
final class FetchView implements WorkbenchPage {
    private final WorkbenchModel hub;
    private final Words words;
    private final Parent view;
    private @Nullable BackgroundTask running;
    private String fetching = "";
    private List<String> shownCards = List.of();
    private Path fetched = Path.of("");

    @FXML
    private TextField base;

    @FXML
    private TextField wanted;

    @FXML
    private VBox entries;

    @FXML
    private Label into;

    @FXML
    private HBox bar;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label rate;

    @FXML
    private Label message;

    @FXML
    private Button load;

    FetchView(WorkbenchModel hub) {
        this.hub = hub;
        this.words = hub.words();
        view = Views.load(KernelsPanel.class, "fetch.fxml", this, words);
        base.setText(Catalogue.NAIF.toString());
        FormParts.say(message, words.get("fetch.offline"), false);
        into.setText(words.get("fetch.into", hub.tasks().places().user()));
        refresh();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh() {
        List<String> now = new ArrayList<>();
        now.add(String.valueOf(running != null));
        Catalogue.entries().stream()
                .filter(this::isHere)
                .map(CatalogueEntry::name)
                .forEach(now::add);
        if (now.equals(shownCards)) {
            return;
        }
        shownCards = now;
        List<Node> cards = new ArrayList<>();
        for (CatalogueEntry entry : Catalogue.entries()) {
            cards.add(card(entry));
        }
        entries.getChildren().setAll(cards);
    }

    private boolean isHere(CatalogueEntry entry) {
        return hub.found().stream().anyMatch(i -> i.appraisal().name().equals(entry.file()))
                || hub.shelf().items().stream()
                        .anyMatch(i -> i.appraisal().name().equals(entry.file()));
    }

    private Node card(CatalogueEntry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("kernel-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        boolean here = isHere(entry);
        Button get = new Button(words.get(here ? "fetch.here" : "fetch.get"));
        get.setId("fetch-" + entry.name());
        get.getStyleClass().setAll("button", "outlined", "slim");
        get.setDisable(here || running != null);
        get.setAccessibleText(words.get("fetch.get.accessible", entry.name()));
        get.setOnAction(e -> fetch(entry.name()));
        HBox head = new HBox(8, name, gap, get);
        head.getStyleClass().add("kernel-head");
        String span = entry.span().isEmpty() ? words.get("fetch.span.unknown") : entry.span();
        String size = entry.size().isEmpty()
                ? words.get("fetch.size.unknown")
                : words.get("fetch.size", entry.size().replace(' ', '\u00a0'));
        Label detail = new Label(words.get("fetch.detail", entry.bodies(), span, size));
        detail.getStyleClass().add("kernel-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(head, detail);
        card.getStyleClass().addAll("kernel-card", "kernel-found");
        return card;
    }

    @FXML
    void fetchWanted() {
        if (!wanted.getText().isBlank()) {
            fetch(wanted.getText().strip());
        }
    }

    @FXML
    void cancel() {
        BackgroundTask task = running;
        if (task != null) {
            task.cancel();
        }
    }

    /** Another server, for a test or a mirror. */
    void base(URI address) {
        base.setText(address.toString());
    }

    private void fetch(String what) {
        if (running != null) {
            return;
        }
        URI address;
        try {
            address = Catalogue.address(what, URI.create(base.getText().strip()));
        } catch (FetchException e) {
            FormParts.say(message, String.valueOf(e.getMessage()), true);
            return;
        } catch (IllegalArgumentException e) {
            FormParts.say(message, words.get("fetch.badbase", base.getText()), true);
            return;
        }
        BackgroundTask task = new BackgroundTask();
        running = task;
        fetching = Download.fileName(address);
        bar.setVisible(true);
        bar.setManaged(true);
        load.setVisible(false);
        load.setManaged(false);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        rate.setText("");
        Path target = hub.tasks().places().user().resolve(fetching);
        FormParts.say(message, words.get("fetch.running", fetching, address.getHost()), false);
        refresh();
        hub.inbox()
                .when(
                        hub.tasks().fetch(address, target, false, task),
                        (result, failure) -> done(result, failure, task.have() > 0));
    }

    private void done(Download.@Nullable Result result, @Nullable Throwable failure, boolean kept) {
        running = null;
        bar.setVisible(false);
        bar.setManaged(false);
        if (result != null) {
            fetched = result.file();
            FormParts.say(
                    message,
                    words.get(
                            result.knownBefore() ? "fetch.done.checked" : "fetch.done.learnt",
                            result.file(),
                            KernelText.size(result.bytes()),
                            result.sha256()),
                    false);
            load.setVisible(true);
            load.setManaged(true);
            hub.find();
        } else if (failure instanceof CancellationException) {
            FormParts.say(message, words.get(kept ? "fetch.cancelled.kept" : "fetch.cancelled"), false);
        } else if (failure != null) {
            FormParts.say(message, KernelTasks.message(failure, words), true);
        }
        refresh();
    }

    @FXML
    void load() {
        hub.loading().add(List.of(fetched), KernelOrigin.FETCHED);
        load.setVisible(false);
        load.setManaged(false);
    }

    @Override
    public void now(double et, int body) {
        BackgroundTask task = running;
        if (task != null) {
            if (!Double.isNaN(task.fraction())) {
                progress.setProgress(task.fraction());
            }
            rate.setText(
                    task.have() == 0
                            ? ""
                            : words.get(
                                    task.total() > 0 ? "fetch.rate" : "fetch.rate.unknown",
                                    KernelText.size(task.have()),
                                    task.total() > 0 ? KernelText.size(task.total()) : "",
                                    KernelText.size(task.rate())));
        }
    }
}
