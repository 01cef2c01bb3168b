package orrery.ui.kernels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.service.KernelDescription;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Action;
import orrery.ui.fx.LatestValue;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * The Kernels tab: which kernels are shown and what is in them; opens others and switches the running sky to them. A kernel
 * is opened, read through and tried before anything changes; a bad one leaves the old ones running and says why.
 *
 * <p>Confined to the JavaFX thread; files are read by the service.
 */
public final class KernelsPanel implements Panel {
    private static final double WIDE = 640;

    private final SkyService service;
    private final FileChoice choice;
    private final Words words = Words.of(KernelsPanel.class);
    private final DateFormat date = DateFormat.days(TimeScale.TDB).unlabelled();
    private final LatestValue<Outcome> outcomes = new LatestValue<>();
    private final LatestValue<List<KernelDescription>> descriptions = new LatestValue<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice =
            new ReadOnlyObjectWrapper<@Nullable Notice>(this, "notice", null);
    private final AutoCloseable subscription;
    private final Parent view;

    @FXML
    private VBox root = new VBox();

    @FXML
    private VBox files = new VBox();

    @FXML
    private Label message = new Label();

    @FXML
    private TableView<KernelDescription.Row> segments = new TableView<>();

    @FXML
    private TextArea comment = new TextArea();

    private List<KernelDescription> shown = List.of();
    private int chosen;
    private long described;

    /** The end of an attempt to open: a catalogue, or why not. */
    private record Outcome(
            List<Path> paths,
            @Nullable SkyCatalogue catalogue,
            @Nullable Throwable failure) {}

    public KernelsPanel(SkyService service, PulsePump pump, FileChoice choice) {
        this.service = service;
        this.choice = choice;
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(KernelsPanel.class.getResource("kernels.fxml"), "kernels.fxml"), words.bundle());
        loader.setController(this);
        try {
            view = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("kernels.fxml cannot be read", e);
        }
        columns();
        root.widthProperty().addListener((o, old, now) -> widen(now.doubleValue() >= WIDE));
        notice.addListener((o, old, now) -> say(now));
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
    public void shown(boolean isShown) {
        // Its tables change only when the kernels do.
    }

    @Override
    public List<Action> actions() {
        return List.of(new Action(
                "kernels.open",
                words.get("kernels.action.open"),
                new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
                this::choose));
    }

    /** What became of the last attempt to open. */
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    @FXML
    void choose() {
        List<Path> paths =
                choice.choose(root.getScene() == null ? null : root.getScene().getWindow());
        if (!paths.isEmpty()) {
            open(paths);
        }
    }

    /** Opens kernels and switches to them if they are sound. */
    public void open(List<Path> paths) {
        notice.set(new Notice(words.get("kernels.opening", names(paths)), false));
        var _ = service.open(paths)
                .whenComplete((catalogue, failure) -> outcomes.put(new Outcome(paths, catalogue, failure)));
    }

    /** Shows what has been read since: called once a pulse, and once before a picture is taken off the screen. */
    public void pulse() {
        Outcome outcome = outcomes.take();
        if (outcome != null) {
            notice.set(notice(outcome));
        }
        SkyCatalogue catalogue = service.catalogue();
        if (catalogue != null && catalogue.generation() != described) {
            described = catalogue.generation();
            var _ = service.describe().thenAccept(descriptions::put);
        }
        List<KernelDescription> newest = descriptions.take();
        if (newest != null) {
            show(newest);
        }
    }

    private Notice notice(Outcome outcome) {
        SkyCatalogue catalogue = outcome.catalogue;
        if (catalogue != null) {
            return new Notice(
                    words.get(
                            "kernels.opened",
                            names(outcome.paths),
                            catalogue.size(),
                            date.format(catalogue.span().start()),
                            date.format(catalogue.span().end())),
                    false);
        }
        Throwable failure = outcome.failure instanceof CompletionException e && e.getCause() != null
                ? e.getCause()
                : outcome.failure;
        String reason =
                failure instanceof KernelException ? String.valueOf(failure.getMessage()) : String.valueOf(failure);
        return new Notice(words.get("kernels.refused", reason), true);
    }

    private void say(@Nullable Notice now) {
        message.setText(now == null ? "" : now.text());
        message.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), now != null && now.wrong());
        message.setVisible(now != null);
        message.setManaged(now != null);
    }

    private static String names(List<Path> paths) {
        return paths.stream().map(p -> String.valueOf(p.getFileName())).collect(Collectors.joining(", "));
    }

    /** Shows these kernels. */
    public void show(List<KernelDescription> newest) {
        shown = newest;
        chosen = Math.max(0, newest.size() - 1);
        files.getChildren().setAll(newest.stream().map(this::card).toList());
        choose(chosen);
    }

    private Node card(KernelDescription kernel) {
        Label name = new Label(kernel.name());
        name.getStyleClass().add("kernel-name");
        name.setTooltip(new Tooltip(kernel.path().toString()));
        double start = kernel.segments().stream()
                .mapToDouble(KernelDescription.Row::start)
                .min()
                .orElse(0);
        double end = kernel.segments().stream()
                .mapToDouble(KernelDescription.Row::end)
                .max()
                .orElse(0);
        Label detail = new Label(words.get(
                "kernels.card",
                String.format(Locale.ROOT, "%.1f", kernel.size() / 1e6),
                kernel.segments().size(),
                date.format(start),
                date.format(end),
                words.get(kernel.order() == ByteOrder.LITTLE_ENDIAN ? "kernels.little" : "kernels.big")));
        detail.getStyleClass().add("kernel-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(name, detail);
        card.getStyleClass().add("kernel-card");
        kernel.stale().ifPresent(why -> card.getChildren().add(problem(why)));
        for (Problem problem : kernel.problems()) {
            card.getChildren().add(problem(problem.toString()));
        }
        card.setOnMouseClicked(e -> choose(shown.indexOf(kernel)));
        return card;
    }

    private static Label problem(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("kernel-detail", "refuted-text");
        label.setWrapText(true);
        return label;
    }

    private void choose(int index) {
        chosen = index;
        for (int i = 0; i < files.getChildren().size(); i++) {
            files.getChildren()
                    .get(i)
                    .pseudoClassStateChanged(
                            javafx.css.PseudoClass.getPseudoClass("chosen"), i == index && shown.size() > 1);
        }
        if (index >= 0 && index < shown.size()) {
            KernelDescription kernel = shown.get(index);
            segments.getItems().setAll(kernel.segments());
            comment.setText(kernel.comment().isBlank() ? words.get("kernels.nocomment") : kernel.comment());
            comment.setScrollTop(0);
        }
    }

    private void columns() {
        column("kernels.col.index", 26, false, r -> Integer.toString(r.index()), true);
        column("kernels.col.target", 84, false, r -> brief(r.target()), false);
        column("kernels.col.center", 66, false, r -> brief(r.center()), false);
        column("kernels.col.type", 36, false, r -> Integer.toString(r.type()), true);
        column("kernels.col.start", 76, false, r -> date.format(r.start()), true);
        column("kernels.col.end", 76, false, r -> date.format(r.end()), true);
        column("kernels.col.typename", 180, true, KernelDescription.Row::typeName, false);
        column("kernels.col.frame", 60, true, r -> r.frame() == 1 ? "J2000" : Integer.toString(r.frame()), false);
        column("kernels.col.granule", 80, true, r -> granule(r.granuleSeconds()), true);
        column("kernels.col.degree", 60, true, r -> r.degree() < 0 ? "\u2013" : Integer.toString(r.degree()), true);
        column("kernels.col.records", 76, true, r -> String.format(Locale.ROOT, "%,d", r.records()), true);
        column("kernels.col.bytes", 96, true, r -> String.format(Locale.ROOT, "%,d", r.bytes()), true);
        widen(false);
    }

    /** A body's name and number; of the two barycentres that every planetary kernel is built on, the usual letters. */
    private String brief(int id) {
        if (id == 0 || id == 3) {
            return words.get(id == 0 ? "kernels.ssb" : "kernels.emb");
        }
        return Bodies.name(Bodies.planetOf(id).orElse(id)) + "\u2009\u00b7\u2009" + id;
    }

    private static String granule(double seconds) {
        if (Double.isNaN(seconds)) {
            return "\u2013";
        }
        return seconds >= 86400
                ? String.format(Locale.ROOT, "%.4g d", seconds / 86400)
                : String.format(Locale.ROOT, "%.4g s", seconds);
    }

    private void column(
            String key, double width, boolean wideOnly, Function<KernelDescription.Row, String> text, boolean number) {
        TableColumn<KernelDescription.Row, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setUserData(wideOnly);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (number) {
            column.getStyleClass().add("right");
        }
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            }
        });
        segments.getColumns().add(column);
    }

    private void widen(boolean wide) {
        for (TableColumn<KernelDescription.Row, ?> column : segments.getColumns()) {
            column.setVisible(wide || !Boolean.TRUE.equals(column.getUserData()));
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("the Kernels tab could not stop listening", e);
        }
    }
}
