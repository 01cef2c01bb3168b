package orrery.ui.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import orrery.ephemeris.Bodies;
import orrery.exchange.ImportOptions;
import orrery.exchange.OrbitOptions;
import orrery.time.DurationText;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** The user's settings for what files leave open or get wrong. JavaFX thread only. */
final class ImportChoices {
    private final Words words;
    private final Runnable changed;
    private final Parent view;

    @FXML
    private TextField target;

    @FXML
    private TextField center;

    @FXML
    private TextField frame;

    @FXML
    private ChoiceBox<ImportClock> clock;

    @FXML
    private TextField columns;

    @FXML
    private TextField pad;

    @FXML
    private TextField from;

    @FXML
    private TextField to;

    @FXML
    private TextField objects;

    @FXML
    private TextField tolerance;

    @FXML
    private ChoiceBox<Integer> type;

    @FXML
    private CheckBox twoBody;

    /** @param changed called when the files must be read again */
    ImportChoices(Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        view = Views.load(KernelsPanel.class, "make-import-options.fxml", this, words);
        FormParts.choices(
                clock,
                List.of(ImportClock.values()),
                each -> each == ImportClock.OWN ? words.get("import.clock.own") : each.name());
        FormParts.choices(type, List.of(2, 3), each -> words.get("refit.type.of", each));
    }

    Node view() {
        return view;
    }

    @FXML
    void again() {
        changed.run();
    }

    /**
     * The current settings.
     *
     * @throws IllegalArgumentException if a field cannot be understood, with a sentence as its message
     */
    ImportOptions wanted() {
        Map<String, Integer> targets = new LinkedHashMap<>();
        for (String each : target.getText().split(",", -1)) {
            if (!each.isBlank()) {
                int equals = each.lastIndexOf('=');
                targets.put(
                        equals < 0 ? "" : each.substring(0, equals).strip(),
                        Bodies.resolve(each.substring(equals + 1).strip()));
            }
        }
        return new ImportOptions(
                targets,
                center.getText().isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Bodies.resolve(center.getText().strip())),
                Optional.of(frame.getText().strip()).filter(name -> !name.isEmpty()),
                clock.getValue().wanted(),
                FormParts.names(columns),
                pad.getText().isBlank()
                        ? ImportOptions.USUAL_PAD
                        : DurationText.seconds(pad.getText())
                                .orElseThrow(() -> new IllegalArgumentException(words.get(
                                        "import.pad.wrong", pad.getText().strip()))),
                new OrbitOptions(
                        Optional.empty(),
                        FormParts.date(from, Double.NaN),
                        FormParts.date(to, Double.NaN),
                        twoBody.isSelected(),
                        FormParts.names(objects),
                        type.getValue(),
                        tolerance.getText().isBlank()
                                ? OrbitOptions.USUAL_TOLERANCE
                                : FormParts.tolerance(tolerance, words)));
    }
}
