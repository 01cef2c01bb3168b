package orrery.ui.orrery;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import orrery.ephemeris.Elements;
import orrery.service.BodyFacts;
import orrery.spk.NaifIds;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** The orbit of a body around its parent. JavaFX thread only. */
final class OrbitFacts {
    private static final EpochFormat MINUTE =
            EpochFormat.minutes(TimeScale.TDB).spaced().unlabeled();

    private final Words words;
    private final Parent view;

    @FXML
    private GroupHeading orbitTitle;

    @FXML
    private FactRow semiMajor;

    @FXML
    private FactRow eccentricity;

    @FXML
    private FactRow inclination;

    @FXML
    private FactRow node;

    @FXML
    private FactRow argument;

    @FXML
    private FactRow mean;

    @FXML
    private FactRow anomaly;

    @FXML
    private FactRow nearest;

    @FXML
    private FactRow farthest;

    @FXML
    private FactRow period;

    @FXML
    private FactRow nextPassage;

    @FXML
    private FactRow nextDistance;

    OrbitFacts(Words words) {
        this.words = words;
        view = Views.load(OrbitFacts.class, "body-orbit.fxml", this, words);
    }

    Parent view() {
        return view;
    }

    void show(BodyFacts facts) {
        FactGroups.visible(view, facts.orbit().isPresent());
        facts.orbit().ifPresent(o -> orbit(o, facts));
    }

    private void orbit(Elements o, BodyFacts now) {
        boolean round = now.parent() == NaifIds.SUN;
        orbitTitle.set(words.get("group.orbit"), words.get("note.orbit", FactGroups.called(now.parent(), words)));
        argument.name(words.get(round ? "fact.perihelion.argument" : "fact.periapsis.argument"));
        nearest.name(words.get(round ? "fact.q" : "fact.periapsis"));
        farthest.name(words.get(round ? "fact.Q" : "fact.apoapsis"));
        nextPassage.name(words.get(round ? "fact.next" : "fact.next.periapsis"));
        FactGroups.length(semiMajor, o.semiMajor());
        eccentricity.set(String.format(Locale.ROOT, "%.6f", o.eccentricity()));
        inclination.set(Angles.degrees(o.inclination(), 4) + FactGroups.DEGREE);
        node.set(Angles.degrees(o.node(), 4) + FactGroups.DEGREE);
        argument.set(Angles.degrees(o.periapsisArgument(), 4) + FactGroups.DEGREE);
        mean.set(Angles.degrees(o.meanAnomaly(), 4) + FactGroups.DEGREE);
        anomaly.set(Angles.degrees(o.trueAnomaly(), 4) + FactGroups.DEGREE);
        FactGroups.length(nearest, o.periapsis());
        FactGroups.visible(semiMajor, !Double.isInfinite(o.semiMajor()));
        FactGroups.visible(farthest, o.isEllipse());
        FactGroups.visible(period, o.isEllipse());
        if (o.isEllipse()) {
            FactGroups.length(farthest, o.apoapsis());
            String[] time = Lengths.period(o.period()).split("\u2009");
            period.set(time[0], time[1]);
        }
        FactGroups.visible(nextPassage, now.nearest().isPresent());
        FactGroups.visible(nextDistance, now.nearest().isPresent());
        now.nearest().ifPresent(next -> {
            nextPassage.set(MINUTE.format(next.et()), "TDB");
            FactGroups.length(nextDistance, next.distance());
        });
    }
}
