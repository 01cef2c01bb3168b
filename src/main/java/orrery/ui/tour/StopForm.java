package orrery.ui.tour;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.time.Pace;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Words;

/**
 * The fields of one view: caption by language, length of stay, rate of time, flight and turn of the camera. Input is
 * applied on Enter and when the field loses the focus; invalid input is reported and not applied.
 *
 * <p>Confined to the JavaFX thread.
 */
final class StopForm extends VBox {
    private final Words words;
    private final Consumer<TourStop> changed;
    private final ComboBox<String> language = new ComboBox<>();
    private final TextArea caption = new TextArea();
    private final Label trouble = new Label();
    private final TextField stay;
    private final TextField rate;
    private final TextField fly;
    private final TextField turn;
    private @Nullable TourStop shown;

    /** @param changed receives the view after every change */
    StopForm(Words words, Consumer<TourStop> changed) {
        super(8);
        this.words = words;
        this.changed = changed;
        language.setId("tour-language");
        language.setAccessibleText(words.get("panel.language"));
        language.setEditable(true);
        language.setPrefWidth(150);
        language.setPromptText(words.get("panel.everybody"));
        language.getItems().setAll(TourText.OTHERS, "de", "en", "es", "fr", "it", "ja", "pt", "zh");
        language.setValue(TourText.OTHERS);
        language.valueProperty().subscribe(_ -> tell());
        caption.setId("tour-text");
        caption.setAccessibleText(words.get("panel.caption"));
        caption.setPromptText(words.get("panel.caption"));
        caption.setPrefRowCount(3);
        caption.setWrapText(true);
        caption.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeCaption();
            }
        });
        stay = field("stay", (stop, text) -> stop.stay(Double.parseDouble(text.strip())));
        rate = field("rate", (stop, text) -> stop.rate(Pace.parse(text).orElseThrow(IllegalArgumentException::new)));
        fly = field("fly", (stop, text) -> stop.fly(Double.parseDouble(text.strip())));
        turn = field("turn", (stop, text) -> stop.turn(Double.parseDouble(text.strip())));
        trouble.setId("tour-trouble");
        trouble.getStyleClass().add("refuted-text");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        FlowPane numbers = new FlowPane(
                12,
                8,
                named(stay, "panel.stay"),
                named(rate, "panel.rate"),
                named(fly, "panel.fly"),
                named(turn, "panel.turn"));
        getChildren().addAll(language, caption, numbers, trouble);
        managedProperty().bind(visibleProperty());
    }

    private TextField field(String word, BiFunction<TourStop, String, TourStop> change) {
        TextField field = new TextField();
        Runnable take = () -> take(words.get("panel.bad." + word), stop -> change.apply(stop, field.getText()));
        field.setId("tour-" + word);
        field.setPrefColumnCount(4);
        field.setFont(Numerals.font(13));
        field.setAccessibleText(words.get("panel." + word));
        field.setOnAction(_ -> take.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    private HBox named(TextField field, String word) {
        Label name = new Label(words.get(word));
        name.getStyleClass().add("tour-note");
        name.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(6, field, name);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    /** Shows a view, or nothing if none is selected. */
    void show(Optional<TourStop> stop) {
        shown = stop.orElse(null);
        setVisible(stop.isPresent());
        tell();
    }

    private String tag() {
        String value = language.getValue();
        return value == null ? TourText.OTHERS : value.strip();
    }

    private void tell() {
        TourStop now = shown;
        trouble.setText("");
        if (now == null) {
            return;
        }
        caption.setText(now.caption().byLanguage().getOrDefault(tag(), ""));
        stay.setText(TourFile.plain(now.stay()));
        rate.setText(Pace.format(now.rate()));
        fly.setText(TourFile.plain(now.fly()));
        turn.setText(TourFile.plain(now.turn()));
    }

    private void take(String trouble, UnaryOperator<TourStop> change) {
        TourStop now = shown;
        if (now == null) {
            return;
        }
        try {
            TourStop next = change.apply(now);
            this.trouble.setText("");
            if (!next.equals(now)) {
                shown = next;
                changed.accept(next);
            }
        } catch (IllegalArgumentException e) {
            this.trouble.setText(trouble);
        }
    }

    private void takeCaption() {
        if (tag().isEmpty() || tag().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            take(words.get("panel.long", TourParser.LONGEST_TEXT), stop -> {
                if (caption.getText().length() > TourParser.LONGEST_TEXT) {
                    throw new IllegalArgumentException("too long");
                }
                return stop.caption(stop.caption().with(tag(), caption.getText()));
            });
        }
    }
}
