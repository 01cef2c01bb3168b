package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.exchange.Export;
import orrery.exchange.ExportFormat;
import orrery.exchange.ExportedBlock;
import orrery.library.Appraisal;
import orrery.math.LengthText;
import orrery.time.TimeScale;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** The form for exporting states of a kernel to other programs. JavaFX thread only; writing runs in the background. */
final class ExportForm implements MakeForm {
    /** The epochs of the states. */
    private enum Epochs {
        WIDEST,
        OWN
    }

    private final WorkbenchModel hub;
    private final Words words;
    private final Parent view;

    @FXML
    private ComboBox<Appraisal> source;

    @FXML
    private TextField bodies;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private ChoiceBox<ExportFormat> format;

    @FXML
    private ChoiceBox<TimeScale> scale;

    @FXML
    private ChoiceBox<Epochs> steps;

    @FXML
    private TextField center;

    @FXML
    private TextField frame;

    @FXML
    private TextField bound;

    ExportForm(WorkbenchModel hub) {
        this.hub = hub;
        this.words = hub.words();
        view = Views.load(KernelsPanel.class, "make-export.fxml", this, words);
        FormParts.kernels(source);
        FormParts.choices(format, List.of(ExportFormat.values()), ExportFormat::words);
        FormParts.choices(scale, List.of(TimeScale.values()), TimeScale::name);
        FormParts.choices(
                steps,
                List.of(Epochs.values()),
                each -> words.get(each == Epochs.OWN ? "export.steps.own" : "export.steps.widest"));
        refresh();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public String help() {
        return words.get("make.help.export");
    }

    @Override
    public void refresh() {
        FormParts.offer(source, hub.usable(), 0);
    }

    @Override
    public String suggested() {
        return FormParts.stem(source.getValue()) + format.getValue().suffix();
    }

    @Override
    public CompletableFuture<MadeFile> begin(Path target, BackgroundTask task) {
        List<Path> files = List.of(FormParts.chosen(source, words).path());
        double km = FormParts.tolerance(bound, words);
        Export export = new Export(
                format.getValue(),
                FormParts.bodies(bodies),
                center.getText().isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Bodies.resolve(center.getText().strip())),
                frame.getText().isBlank() ? "J2000" : frame.getText().strip(),
                scale.getValue(),
                Double.NaN,
                steps.getValue() == Epochs.OWN,
                FormParts.date(from, Double.NEGATIVE_INFINITY),
                FormParts.date(to, Double.POSITIVE_INFINITY),
                km,
                km / 1000,
                Export.USUAL_DEGREE);
        return hub.tasks().with(files, kernels -> {
            try (KernelPool pool = KernelPool.of(kernels)) {
                return madeFile(export.of(pool, target, task));
            }
        });
    }

    private MadeFile madeFile(Export.ExportedFile written) {
        long states = written.blocks().stream().mapToLong(ExportedBlock::states).sum();
        double worst = written.blocks().stream()
                .mapToDouble(ExportedBlock::bound)
                .max()
                .orElse(0);
        return new MadeFile(
                written.file(),
                words.count(
                        written.blocks().size(),
                        "export.done",
                        written.file(),
                        KernelText.size(written.bytes()),
                        written.blocks().size(),
                        KernelText.grouped(states),
                        LengthText.format(worst)),
                false);
    }
}
