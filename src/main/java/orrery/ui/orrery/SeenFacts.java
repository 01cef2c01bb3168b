package orrery.ui.orrery;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import orrery.service.BodyFacts;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** How a body appears from the Earth. JavaFX thread only. */
final class SeenFacts {
    private final Words words;
    private final Parent view;

    @FXML
    private PairRow seenHead;

    @FXML
    private PairRow ra;

    @FXML
    private PairRow dec;

    @FXML
    private FactRow longitude;

    @FXML
    private FactRow latitude;

    @FXML
    private FactRow constellation;

    @FXML
    private FactRow elongation;

    @FXML
    private FactRow phase;

    @FXML
    private FactRow lit;

    @FXML
    private FactRow magnitude;

    @FXML
    private FactRow diameter;

    SeenFacts(Words words) {
        this.words = words;
        view = Views.load(SeenFacts.class, "body-seen.fxml", this, words);
        seenHead.set(words.get("head.astrometric"), words.get("head.date"));
    }

    Parent view() {
        return view;
    }

    void show(BodyFacts facts) {
        FactGroups.visible(view, facts.seen().isPresent());
        facts.seen().ifPresent(this::seen);
    }

    private void seen(BodyFacts.Appearance now) {
        ra.set(
                Angles.hours(now.astrometric().longitude()),
                Angles.hours(now.equator().longitude()));
        dec.set(
                Angles.arc(now.astrometric().latitude()),
                Angles.arc(now.equator().latitude()));
        longitude.set(Angles.degrees(now.ecliptic().longitude(), 5) + FactGroups.DEGREE);
        latitude.set(Angles.signed(now.ecliptic().latitude(), 5) + FactGroups.DEGREE);
        constellation.set(now.constellation().name());
        FactGroups.visible(elongation, now.lit().isPresent());
        FactGroups.visible(phase, now.lit().isPresent());
        FactGroups.visible(lit, now.lit().isPresent());
        now.lit().ifPresent(l -> {
            elongation.set(FactSheet.elongation(l, words));
            phase.set(Angles.degrees(l.phaseAngle(), 3) + FactGroups.DEGREE);
            lit.set(FactSheet.percent(l.illuminated()));
        });
        FactGroups.visible(magnitude, now.magnitude().isPresent());
        now.magnitude().ifPresent(m -> magnitude.set(FactSheet.magnitude(m, words)));
        FactGroups.visible(diameter, now.diameter().isPresent());
        now.diameter().ifPresent(d -> diameter.set(Angles.small(d)));
    }
}
