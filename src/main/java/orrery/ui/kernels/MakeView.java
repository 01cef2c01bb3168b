package orrery.ui.kernels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.ephemeris.Bodies;
import orrery.files.Leftover;
import orrery.forge.ByteOrderConversion;
import orrery.forge.Excerpt;
import orrery.forge.Forge;
import orrery.forge.ForgeSpec;
import orrery.forge.KernelOutput;
import orrery.forge.Merge;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.library.WriteFailure;
import orrery.time.Dates;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The page that makes kernels: an excerpt, a merger of what is on the shelf, the other byte order, or one of our own. What is
 * written is read back before it gets its name. JavaFX thread only; the making is done at the desk.
 */
final class MakeView implements WorkbenchPage {
    private final WorkbenchModel hub;
    private final Words words;
    private final Function<String, Optional<Path>> saveFile;
    private final Parent view;
    private String kind = "excerpt";
    private @Nullable BackgroundTask running;
    private Path made = Path.of("");

    @FXML
    private ToggleGroup kinds;

    @FXML
    private Label help;

    @FXML
    private HBox sourceRow;

    @FXML
    private ComboBox<Appraisal> source;

    @FXML
    private HBox bodiesRow;

    @FXML
    private TextField bodies;

    @FXML
    private HBox spanRow;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private HBox orderRow;

    @FXML
    private ChoiceBox<String> order;

    @FXML
    private TextField out;

    @FXML
    private Button go;

    @FXML
    private Button load;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label said;

    @FXML
    private HBox leftRow;

    @FXML
    private Label left;

    private List<Leftover> leftovers = List.of();

    MakeView(WorkbenchModel hub, Function<String, Optional<Path>> saveFile) {
        this.hub = hub;
        this.words = hub.words();
        this.saveFile = saveFile;
        view = Views.load(KernelsPanel.class, "make.fxml", this, words);
        FormParts.kernels(source);
        order.getItems().setAll(words.get("kernels.little"), words.get("kernels.big"));
        order.getSelectionModel().select(0);
        kinds.selectedToggleProperty().addListener((o, old, now) -> {
            if (now == null) {
                kinds.selectToggle(old);
            } else {
                turn(String.valueOf(now.getUserData()));
            }
        });
        turn("excerpt");
        FormParts.say(said, "", false);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh() {
        FormParts.offer(source, hub.usable(), 0);
        if (kind.equals("merge")) {
            help.setText(mergeHelp());
        }
        hub.inbox().when(hub.desk().leftovers(), (found, _) -> found(found == null ? List.of() : found));
    }

    private void found(List<Leftover> now) {
        leftovers = now;
        show(leftRow, !now.isEmpty());
        if (!now.isEmpty()) {
            Leftover first = now.getFirst();
            left.setText(words.get(
                    now.size() == 1 ? "make.left" : "make.left.more",
                    first.path(),
                    KernelText.size(first.bytes()),
                    now.size() - 1));
        }
    }

    @FXML
    void removeLeft() {
        List<Leftover> those = leftovers;
        CompletableFuture<Integer> removal = hub.desk().work(() -> {
            for (Leftover one : those) {
                one.remove();
            }
            return those.size();
        });
        hub.inbox().when(removal, (gone, failure) -> {
            FormParts.say(
                    said,
                    failure == null ? words.get("make.left.removed") : KernelTasks.message(failure, words),
                    failure != null);
            refresh();
        });
    }

    @Override
    public void now(double et, int body) {
        BackgroundTask task = running;
        if (task != null) {
            progress.setProgress(Double.isNaN(task.fraction()) ? ProgressBar.INDETERMINATE_PROGRESS : task.fraction());
        }
    }

    /** Turns to excerpt, merge, convert or forge. */
    void turn(String to) {
        kind = to;
        kinds.getToggles().stream()
                .filter(t -> to.equals(t.getUserData()) && !t.isSelected())
                .forEach(kinds::selectToggle);
        show(sourceRow, to.equals("excerpt") || to.equals("convert"));
        show(bodiesRow, to.equals("excerpt") || to.equals("merge"));
        show(spanRow, !to.equals("convert"));
        show(orderRow, to.equals("convert") || to.equals("merge"));
        help.setText(to.equals("merge") ? mergeHelp() : words.get("make.help." + to));
        from.setPromptText(words.get(to.equals("forge") ? "make.from.forge" : "make.from"));
        this.to.setPromptText(words.get(to.equals("forge") ? "make.to.forge" : "make.to"));
    }

    private String mergeHelp() {
        List<Path> wanted = hub.shelf().wanted();
        return words.get(
                "make.help.merge",
                wanted.isEmpty()
                        ? words.get("make.nothing")
                        : wanted.stream()
                                .map(p -> String.valueOf(p.getFileName()))
                                .collect(Collectors.joining(", ")));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    void browse() {
        saveFile.apply(suggested()).ifPresent(file -> out.setText(file.toString()));
    }

    private String suggested() {
        Appraisal chosen = source.getValue();
        String stem = chosen == null ? "kernel" : chosen.name().replaceFirst("\\.[A-Za-z]+$", "");
        return switch (kind) {
            case "excerpt" -> stem + "_excerpt.bsp";
            case "convert" -> stem + "_converted.bsp";
            case "merge" -> "merged.bsp";
            default -> "orrery_forged.bsp";
        };
    }

    @FXML
    void go() {
        if (running != null) {
            running.cancel();
            return;
        }
        try {
            Path target = target();
            BackgroundTask task = new BackgroundTask();
            List<Path> files = sources();
            CompletableFuture<KernelOutput.Made> making =
                    kind.equals("forge") ? forge(target, task) : copy(files, target);
            running = task;
            go.setText(words.get("make.cancel"));
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            progress.setVisible(true);
            show(load, false);
            FormParts.say(said, words.get("make.running", target.getFileName()), false);
            hub.inbox().when(making, (result, failure) -> done(target, result, failure));
        } catch (IllegalArgumentException e) {
            FormParts.say(said, String.valueOf(e.getMessage()), true);
        }
    }

    private Path target() {
        String name = out.getText().isBlank() ? suggested() : out.getText().strip();
        Path path = hub.desk().places().user().resolve(name).toAbsolutePath().normalize();
        if (hub.shelf().find(path).isPresent()) {
            throw new IllegalArgumentException(words.get("make.inuse", path));
        }
        return path;
    }

    private List<Path> sources() {
        return switch (kind) {
            case "merge" -> {
                List<Path> wanted = hub.shelf().wanted();
                if (wanted.isEmpty()) {
                    throw new IllegalArgumentException(words.get("make.nothing"));
                }
                yield wanted;
            }
            case "forge" -> List.of();
            default -> {
                Appraisal chosen = source.getValue();
                if (chosen == null) {
                    throw new IllegalArgumentException(words.get("make.nosource"));
                }
                yield List.of(chosen.path());
            }
        };
    }

    private CompletableFuture<KernelOutput.Made> copy(List<Path> files, Path target) {
        String what = kind;
        Excerpt part = what.equals("convert") ? Excerpt.everything() : part();
        ByteOrder bytes =
                order.getSelectionModel().getSelectedIndex() == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return hub.desk().with(files, kernels -> KernelOutput.write(result(what, part, bytes, kernels), target, files));
    }

    private static Excerpt.Result result(String what, Excerpt part, ByteOrder bytes, List<KernelHandle> kernels)
            throws IOException {
        return switch (what) {
            case "merge" -> new Merge(part, bytes).of(kernels);
            case "convert" -> new ByteOrderConversion(bytes).of(kernels.getFirst());
            default -> part.of(kernels.getFirst());
        };
    }

    private Excerpt part() {
        Set<Integer> wanted = new TreeSet<>();
        for (String name : bodies.getText().split(",", -1)) {
            if (!name.isBlank()) {
                wanted.add(Bodies.resolve(name.strip()));
            }
        }
        return new Excerpt(
                wanted, date(from, Double.NEGATIVE_INFINITY, "from"), date(to, Double.POSITIVE_INFINITY, "to"));
    }

    private static double date(TextField field, double otherwise, String name) {
        String text = field.getText();
        if (text.isBlank()) {
            return otherwise;
        }
        double et = Dates.parse(text);
        if (Double.isNaN(et)) {
            throw new IllegalArgumentException(name + ": " + text);
        }
        return et;
    }

    private CompletableFuture<KernelOutput.Made> forge(Path target, BackgroundTask task) {
        ForgeSpec spec = new ForgeSpec(date(from, Dates.parse("1900"), "from"), date(to, Dates.parse("2100"), "to"));
        return hub.desk().work(() -> {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Forge.write(spec, target, task);
            Appraisal back = Appraisal.of(target, hub.desk().registry());
            return new KernelOutput.Made(
                    target,
                    back.size(),
                    back.contents().map(c -> c.segments().size()).orElse(0),
                    List.of(),
                    List.of(),
                    back.reason().isEmpty() ? List.of() : List.of(back.reason()));
        });
    }

    /** By the name that was given: the temporary one beside it is nobody's business. */
    private String why(Path target, @Nullable Throwable failure) {
        return failure instanceof UncheckedIOException wrapped && wrapped.getCause() instanceof FileSystemException disk
                ? WriteFailure.message(target, disk)
                : KernelTasks.ended(failure, words);
    }

    private void done(Path target, KernelOutput.@Nullable Made result, @Nullable Throwable failure) {
        running = null;
        go.setText(words.get("make.go"));
        progress.setVisible(false);
        if (result == null) {
            FormParts.say(said, why(target, failure), true);
            return;
        }
        made = result.file();
        List<String> notes = new ArrayList<>();
        notes.add(words.get("make.done", result.file(), KernelText.size(result.bytes()), result.segments()));
        if (!result.leftOut().isEmpty()) {
            notes.add(words.get("make.leftout", result.leftOut().size()));
        }
        if (!result.absent().isEmpty()) {
            notes.add(words.get(
                    "make.absent",
                    result.absent().stream()
                            .map(id -> KernelText.body(id, words))
                            .collect(Collectors.joining(", "))));
        }
        notes.addAll(result.notes());
        FormParts.say(said, String.join(" ", notes), false);
        show(load, true);
        hub.find();
    }

    @FXML
    void load() {
        hub.loading().add(List.of(made), KernelOrigin.MADE);
        show(load, false);
    }
}
