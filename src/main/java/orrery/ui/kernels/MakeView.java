package orrery.ui.kernels;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import orrery.files.Leftover;
import orrery.library.KernelOrigin;
import orrery.library.WriteFailure;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The page that makes files: from kernels, from other programs' files, and for other programs. Each kind has its own
 * form; below it are the target, the progress and the outcome. What is written is read back before it gets its name.
 * JavaFX thread only; making runs in the background.
 */
final class MakeView implements WorkbenchPage {
    private final WorkbenchModel hub;
    private final Words words;
    private final Function<String, Optional<Path>> saveFile;
    private final Parent view;
    private final Map<MakeKind, MakeForm> forms = new EnumMap<>(MakeKind.class);
    private final ToggleGroup kinds = new ToggleGroup();
    private final Function<MakeKind, MakeForm> maker;
    private MakeKind kind = MakeKind.EXCERPT;
    private MakeForm form;
    private boolean isShown;
    private @Nullable Palette palette;
    private @Nullable BackgroundTask running;
    private Path made = Path.of("");

    @FXML
    private FlowPane chips;

    @FXML
    private Label help;

    @FXML
    private StackPane holder;

    @FXML
    private TextField out;

    @FXML
    private Button go;

    @FXML
    private Button load;

    @FXML
    private Button loadNow;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label message;

    @FXML
    private HBox leftRow;

    @FXML
    private Label left;

    private List<Leftover> leftovers = List.of();

    /**
     * @param saveFile asks where to write, given a default name
     * @param maker creates the form of a kind when it is first needed
     */
    MakeView(WorkbenchModel hub, Function<String, Optional<Path>> saveFile, Function<MakeKind, MakeForm> maker) {
        this.hub = hub;
        this.words = hub.words();
        this.saveFile = saveFile;
        this.maker = maker;
        view = Views.load(KernelsPanel.class, "make.fxml", this, words);
        for (MakeKind each : MakeKind.values()) {
            ToggleButton chip = new ToggleButton(words.get("make." + each.key()));
            chip.setId("make-" + each.key());
            chip.getStyleClass().addAll("button", "chip");
            chip.setToggleGroup(kinds);
            chip.setUserData(each);
            chips.getChildren().add(chip);
        }
        form = form(kind);
        kinds.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                kinds.selectToggle(old);
            } else if (now.getUserData() instanceof MakeKind wanted) {
                turn(wanted);
            }
        });
        turn(kind);
        FormParts.say(message, "", false);
    }

    private MakeForm form(MakeKind wanted) {
        return forms.computeIfAbsent(wanted, maker);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        if (shown != isShown) {
            isShown = shown;
            form.shown(shown);
        }
    }

    @Override
    public void palette(Palette now) {
        palette = now;
        forms.values().forEach(each -> each.palette(now));
    }

    @Override
    public void drawNow() {
        form.drawNow();
    }

    @Override
    public void refresh() {
        forms.values().forEach(MakeForm::refresh);
        help.setText(form.help());
        hub.inbox().when(hub.tasks().leftovers(), (found, _) -> found(found == null ? List.of() : found));
    }

    private void found(List<Leftover> now) {
        leftovers = now;
        FormParts.show(leftRow, !now.isEmpty());
        if (!now.isEmpty()) {
            Leftover first = now.getFirst();
            left.setText(
                    words.count(now.size(), "make.left", first.path(), KernelText.size(first.bytes()), now.size() - 1));
        }
    }

    @FXML
    void removeLeft() {
        List<Leftover> those = leftovers;
        CompletableFuture<Integer> removal = hub.tasks().work(() -> {
            for (Leftover one : those) {
                one.remove();
            }
            return those.size();
        });
        hub.inbox().when(removal, (gone, failure) -> {
            FormParts.say(
                    message,
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
        form.now(et);
    }

    /** Switches to the form of a kind. */
    MakeForm turn(MakeKind to) {
        MakeForm next = form(to);
        kinds.getToggles().stream()
                .filter(t -> t.getUserData() == to && !t.isSelected())
                .forEach(kinds::selectToggle);
        if (to != kind) {
            form.shown(false);
        }
        kind = to;
        form = next;
        if (palette != null) {
            form.palette(palette);
        }
        holder.getChildren().setAll(form.view());
        help.setText(form.help());
        go.setText(words.get(running != null ? "make.cancel" : goText()));
        form.shown(isShown);
        return form;
    }

    private String goText() {
        return switch (kind) {
            case IMPORT -> "make.go.import";
            case EXPORT -> "make.go.export";
            default -> "make.go";
        };
    }

    @FXML
    void browse() {
        saveFile.apply(form.suggested()).ifPresent(file -> out.setText(file.toString()));
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
            CompletableFuture<MakeForm.MadeFile> making = form.begin(target, task);
            running = task;
            go.setText(words.get("make.cancel"));
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            progress.setVisible(true);
            FormParts.show(load, false);
            FormParts.show(loadNow, false);
            FormParts.say(message, words.get("make.running", target.getFileName()), false);
            hub.inbox().when(making, (result, failure) -> done(target, result, failure));
        } catch (IllegalArgumentException e) {
            FormParts.say(message, String.valueOf(e.getMessage()), true);
        }
    }

    private Path target() {
        String name = out.getText().isBlank() ? form.suggested() : out.getText().strip();
        Path path = hub.tasks().places().user().resolve(name).toAbsolutePath().normalize();
        if (hub.shelf().find(path).isPresent()) {
            throw new IllegalArgumentException(words.get("make.inuse", path));
        }
        return path;
    }

    /** Named by the target; the temporary file beside it is an internal detail. */
    private String why(Path target, @Nullable Throwable failure) {
        return failure instanceof UncheckedIOException wrapped && wrapped.getCause() instanceof FileSystemException disk
                ? WriteFailure.message(target, disk)
                : KernelTasks.ended(failure, words);
    }

    private void done(Path target, MakeForm.@Nullable MadeFile result, @Nullable Throwable failure) {
        running = null;
        go.setText(words.get(goText()));
        progress.setVisible(false);
        if (result == null) {
            FormParts.say(message, why(target, failure), !KernelTasks.isCancelled(failure));
            return;
        }
        made = result.file();
        FormParts.say(message, result.outcome(), false);
        FormParts.show(load, result.kernel());
        FormParts.show(loadNow, result.kernel());
        hub.find();
    }

    @FXML
    void load() {
        hub.loading().add(List.of(made), KernelOrigin.MADE);
        loaded();
    }

    @FXML
    void loadNow() {
        hub.loading().loadOnTop(List.of(made), KernelOrigin.MADE);
        loaded();
    }

    private void loaded() {
        FormParts.show(load, false);
        FormParts.show(loadNow, false);
    }

    /** Releases the resources of the forms. */
    void close() {
        forms.values().forEach(MakeForm::close);
    }
}
