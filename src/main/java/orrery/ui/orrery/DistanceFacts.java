package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.service.BodyFacts;
import orrery.spk.NaifIds;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** Distances of a body from the Sun, the Earth, and a second body selected by the user. JavaFX thread only. */
final class DistanceFacts {
    private final SkyModel model;
    private final Ruler ruler;
    private final Words words;
    private final Parent view;

    @FXML
    private DistanceRow sun;

    @FXML
    private DistanceRow earth;

    @FXML
    private DistanceRow second;

    @FXML
    private FactRow angle;

    @FXML
    private ComboBox<OptionalInt> measure;

    DistanceFacts(SkyModel model, Ruler ruler, Words words) {
        this.model = model;
        this.ruler = ruler;
        this.words = words;
        view = Views.load(DistanceFacts.class, "body-distance.fxml", this, words);
        measures();
    }

    Parent view() {
        return view;
    }

    void show(BodyFacts facts) {
        place(facts.fromSun(), sun);
        place(facts.fromEarth(), earth);
        second(facts.second());
    }

    /** The choices for the second body: none, or any other that is shown. */
    private void measures() {
        measure.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OptionalInt body) {
                return body == null || body.isEmpty() ? words.get("body.measure.none") : BodyLook.name(body.getAsInt());
            }

            @Override
            public OptionalInt fromString(String name) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        measure.setVisibleRowCount(12);
        measure.getItems().setAll(List.of(OptionalInt.empty()));
        measure.setValue(ruler.from().get());
        measure.setOnShowing(e -> {
            List<OptionalInt> choices = new ArrayList<>(List.of(OptionalInt.empty()));
            for (int body : model.shown()) {
                if (body != model.selected().get()) {
                    choices.add(OptionalInt.of(body));
                }
            }
            measure.getItems().setAll(choices);
            measure.setValue(ruler.from().get());
        });
        measure.setOnAction(e -> {
            OptionalInt chosen = measure.getValue();
            if (chosen != null && !chosen.equals(ruler.from().get()) && measure.isShowing()) {
                ruler.from().set(chosen);
            }
        });
        ruler.from().addListener((o, was, is) -> {
            if (!measure.getItems().contains(is)) {
                measure.getItems().add(is);
            }
            measure.setValue(is);
        });
    }

    private static void place(Optional<BodyFacts.State> state, DistanceRow row) {
        FactGroups.visible(row, state.isPresent());
        state.ifPresent(row::set);
    }

    private void second(Optional<BodyFacts.Second> measured) {
        boolean known = measured.isPresent();
        int from = known ? measured.get().body() : NaifIds.SUN;
        FactGroups.visible(second, known && from != NaifIds.SUN && from != NaifIds.EARTH);
        boolean angled = known && measured.get().angle().isPresent();
        FactGroups.visible(angle, angled);
        if (known) {
            second.name(words.get("body.from", FactGroups.called(from, words)));
            second.set(measured.get().state());
        }
        if (angled) {
            angle.set(Angles.small(measured.get().angle().getAsDouble()));
        }
    }
}
