package orrery.ui.orrery;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import orrery.ephemeris.Cities;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteMoment;
import orrery.service.BodyFacts;
import orrery.service.SiteSky;
import orrery.spk.NaifIds;
import orrery.time.Dates;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** Where a body is in the sky of a place on the Earth, and when it rises and sets there. JavaFX thread only. */
final class SiteFacts {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SkyModel model;
    private final Words words;
    private final Parent view;

    @FXML
    private GroupHeading siteTitle;

    @FXML
    private ComboBox<String> site;

    @FXML
    private Label siteTrouble;

    @FXML
    private FactRow altitude;

    @FXML
    private FactRow azimuth;

    @FXML
    private FactRow rise;

    @FXML
    private FactRow transit;

    @FXML
    private FactRow set;

    @FXML
    private FactRow dawn;

    @FXML
    private FactRow dusk;

    SiteFacts(SkyModel model, Words words) {
        this.model = model;
        this.words = words;
        view = Views.load(SiteFacts.class, "body-site.fxml", this, words);
        site.setVisibleRowCount(14);
        site.setOnShowing(e -> {
            if (site.getItems().isEmpty()) {
                site.getItems().add(words.get("site.none"));
                Cities.all().stream().map(Site::name).distinct().forEach(site.getItems()::add);
            }
        });
        site.setOnAction(e -> choose(site.getValue()));
        model.site().addListener((o, old, now) -> name(now));
        name(model.site().get());
    }

    Parent view() {
        return view;
    }

    private void choose(String text) {
        String wanted = text == null ? "" : text.strip();
        boolean none = wanted.isEmpty() || wanted.equals(words.get("site.none"));
        try {
            Optional<Site> chosen = none ? Optional.empty() : Optional.of(Site.parse(wanted));
            warn("");
            if (!chosen.map(Site::name).equals(model.site().get().map(Site::name))) {
                model.site().set(chosen);
            }
        } catch (IllegalArgumentException e) {
            warn(String.valueOf(e.getMessage()));
        }
    }

    private void warn(String trouble) {
        siteTrouble.setText(trouble);
        FactGroups.visible(siteTrouble, !trouble.isEmpty());
        site.pseudoClassStateChanged(WRONG, !trouble.isEmpty());
    }

    private void name(Optional<Site> now) {
        String text = now.map(Site::name).orElse(words.get("site.none"));
        if (!text.equals(site.getValue())) {
            site.setValue(text);
        }
        siteTitle.set(
                now.map(s -> words.get("group.site", s.name())).orElse(words.get("group.site.none")),
                now.map(s -> words.get("note.site", s.zone())).orElse(""));
        rows(List.of());
    }

    /** Shows the rows that have values. */
    private void rows(List<FactRow> shown) {
        for (FactRow row : new FactRow[] {altitude, azimuth, rise, transit, set, dawn, dusk}) {
            FactGroups.visible(row, shown.contains(row));
        }
    }

    void show(BodyFacts facts) {
        if (facts.sky().isEmpty()
                || !facts.sky().map(SiteSky::site).equals(model.site().get())) {
            rows(List.of());
            return;
        }
        SiteSky sky = facts.sky().get();
        boolean sun = facts.body() == NaifIds.SUN;
        rows(
                sun
                        ? List.of(altitude, azimuth, rise, transit, set, dawn, dusk)
                        : List.of(altitude, azimuth, rise, transit, set));
        altitude.set(Angles.signed(sky.place().altitude(), 3) + FactGroups.DEGREE);
        azimuth.set(Angles.degrees(sky.place().azimuth(), 3) + FactGroups.DEGREE);
        rise.set(when(sky, SiteMoment.Kind.RISE));
        transit.set(when(sky, SiteMoment.Kind.TRANSIT));
        set.set(when(sky, SiteMoment.Kind.SET));
        dawn.set(when(sky, SiteMoment.Kind.CIVIL_DAWN));
        dusk.set(when(sky, SiteMoment.Kind.CIVIL_DUSK));
    }

    private String when(SiteSky sky, SiteMoment.Kind kind) {
        return times(sky, kind, words);
    }

    /** The times of one kind by the place's clock, or why there are none. */
    static String times(SiteSky sky, SiteMoment.Kind kind, Words words) {
        if (sky.day().isEmpty()) {
            return FactGroups.NOTHING;
        }
        String times = sky.day().get().stream()
                .filter(moment -> moment.kind() == kind)
                .map(moment -> clock(sky.site(), moment.et()))
                .collect(Collectors.joining(" "));
        boolean horizon = kind == SiteMoment.Kind.RISE || kind == SiteMoment.Kind.SET;
        boolean never = sky.day().get().stream()
                .noneMatch(m -> m.kind() == SiteMoment.Kind.RISE || m.kind() == SiteMoment.Kind.SET);
        return !times.isEmpty()
                ? times
                : horizon && never ? words.get(sky.up() ? "site.up" : "site.down") : words.get("site.not");
    }

    private static String clock(Site site, double et) {
        return Dates.instant(et + 0.5)
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(site.clock())
                .toLocalTime()
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
}
