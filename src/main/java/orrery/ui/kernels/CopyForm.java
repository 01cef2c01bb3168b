package orrery.ui.kernels;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import orrery.binding.KernelHandle;
import orrery.forge.ByteOrderConversion;
import orrery.forge.Excerpt;
import orrery.forge.Forge;
import orrery.forge.ForgeSpec;
import orrery.forge.KernelOutput;
import orrery.forge.Merge;
import orrery.library.Appraisal;
import orrery.time.Dates;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The form for kernels made from kernels with unchanged numbers: an excerpt, a merger of the shelf, a conversion of the
 * byte order; and for a forged kernel. JavaFX thread only.
 */
final class CopyForm implements MakeForm {
    private final WorkbenchModel hub;
    private final Words words;
    private final MakeKind kind;
    private final Parent view;

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
    private ChoiceBox<ByteOrder> order;

    /** @param kind excerpt, merge, convert or forge */
    CopyForm(WorkbenchModel hub, MakeKind kind) {
        this.hub = hub;
        this.words = hub.words();
        this.kind = kind;
        view = Views.load(KernelsPanel.class, "make-copy.fxml", this, words);
        FormParts.kernels(source);
        FormParts.choices(
                order,
                List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN),
                bytes -> words.get(bytes == ByteOrder.BIG_ENDIAN ? "kernels.big" : "kernels.little"));
        FormParts.show(sourceRow, kind == MakeKind.EXCERPT || kind == MakeKind.CONVERT);
        FormParts.show(bodiesRow, kind == MakeKind.EXCERPT || kind == MakeKind.MERGE);
        FormParts.show(spanRow, kind != MakeKind.CONVERT);
        FormParts.show(orderRow, kind == MakeKind.CONVERT || kind == MakeKind.MERGE);
        if (kind == MakeKind.FORGE) {
            from.setPromptText(words.get("make.from.forge"));
            to.setPromptText(words.get("make.to.forge"));
        }
        refresh();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public String help() {
        if (kind != MakeKind.MERGE) {
            return words.get("make.help." + kind.key());
        }
        List<Path> wanted = hub.shelf().wanted();
        return words.get(
                "make.help.merge",
                wanted.isEmpty()
                        ? words.get("make.nothing")
                        : wanted.stream()
                                .map(p -> String.valueOf(p.getFileName()))
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public void refresh() {
        FormParts.offer(source, hub.usable(), 0);
    }

    @Override
    public String suggested() {
        return switch (kind) {
            case EXCERPT -> FormParts.stem(source.getValue()) + "_excerpt.bsp";
            case CONVERT -> FormParts.stem(source.getValue()) + "_converted.bsp";
            case MERGE -> "merged.bsp";
            default -> "orrery_forged.bsp";
        };
    }

    @Override
    public CompletableFuture<MadeFile> begin(Path target, BackgroundTask task) {
        List<Path> files = switch (kind) {
            case MERGE -> {
                List<Path> wanted = hub.shelf().wanted();
                if (wanted.isEmpty()) {
                    throw new IllegalArgumentException(words.get("make.nothing"));
                }
                yield wanted;
            }
            case FORGE -> List.of();
            default -> List.of(FormParts.chosen(source, words).path());
        };
        return (kind == MakeKind.FORGE ? forge(target, task) : copy(files, target, task))
                .thenApply(made -> FormParts.madeFile(made, words));
    }

    private CompletableFuture<KernelOutput.OutputFile> copy(List<Path> files, Path target, BackgroundTask task) {
        Excerpt part = kind == MakeKind.CONVERT ? Excerpt.everything() : FormParts.part(bodies, from, to);
        ByteOrder bytes = order.getValue();
        return hub.tasks()
                .with(files, kernels -> KernelOutput.write(result(part, bytes, kernels), target, files, task));
    }

    private Excerpt.Result result(Excerpt part, ByteOrder bytes, List<KernelHandle> kernels) throws IOException {
        return switch (kind) {
            case MERGE -> new Merge(part, bytes).of(kernels);
            case CONVERT -> new ByteOrderConversion(bytes).of(kernels.getFirst());
            default -> part.of(kernels.getFirst());
        };
    }

    private CompletableFuture<KernelOutput.OutputFile> forge(Path target, BackgroundTask task) {
        ForgeSpec spec =
                new ForgeSpec(FormParts.date(from, Dates.parse("1900")), FormParts.date(to, Dates.parse("2100")));
        return hub.tasks().work(() -> {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Forge.write(spec, target, task);
            Appraisal back = Appraisal.of(target, hub.tasks().registry());
            return new KernelOutput.OutputFile(
                    target,
                    back.size(),
                    back.contents().map(c -> c.segments().size()).orElse(0),
                    List.of(),
                    List.of(),
                    back.reason().isEmpty() ? List.of() : List.of(back.reason()));
        });
    }
}
