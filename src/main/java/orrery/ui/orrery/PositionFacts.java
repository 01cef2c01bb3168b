package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Aberration;
import orrery.frames.ReferenceFrame;
import orrery.service.BodyFacts;
import orrery.service.PlaceWish;
import orrery.spk.NaifIds;
import orrery.ui.fx.TypeAhead;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * A body's position and velocity in a selectable frame, relative to a selectable body, with a selectable correction.
 * JavaFX thread only; the service computes the figures.
 */
final class PositionFacts {
    private static final String J2000 = "J2000";
    private static final String ECLIPTIC = "ECLIPJ2000";

    private final SkyModel model;
    private final Words words;
    private final Parent view;
    private PlaceWish wish = PlaceWish.PLAIN;

    @FXML
    private GroupHeading positionTitle;

    @FXML
    private PairRow positionHead;

    @FXML
    private PairRow x;

    @FXML
    private PairRow y;

    @FXML
    private PairRow z;

    @FXML
    private FactRow lightTime;

    @FXML
    private Label positionTrouble;

    @FXML
    private ComboBox<OptionalInt> center;

    @FXML
    private ComboBox<String> frame;

    @FXML
    private ComboBox<Aberration> correction;

    PositionFacts(SkyModel model, Words words) {
        this.model = model;
        this.words = words;
        view = Views.load(PositionFacts.class, "body-position.fxml", this, words);
        positionHead.set(words.get("head.position"), words.get("head.velocity"));
        names(center, this::centerName);
        names(frame, name -> name);
        names(correction, c -> words.get("correction." + c.name()));
        correction.getItems().setAll(Aberration.values());
        center.setOnShowing(e -> center.getItems().setAll(centers()));
        frame.setOnShowing(e -> frame.getItems().setAll(frames()));
        center.setOnAction(e -> ask(wish.from(center.getValue() == null ? OptionalInt.empty() : center.getValue())));
        frame.setOnAction(e -> ask(wish.in(frame.getValue() == null ? J2000 : frame.getValue())));
        correction.setOnAction(
                e -> ask(wish.corrected(correction.getValue() == null ? Aberration.NONE : correction.getValue())));
        TypeAhead.on(frame);
        TypeAhead.on(center);
        choose(model.service().place());
    }

    Parent view() {
        return view;
    }

    /** Requests another frame, center or correction, and shows the choice. */
    void choose(PlaceWish wanted) {
        wish = wanted;
        center.setValue(wanted.center());
        frame.setValue(wanted.frame());
        correction.setValue(wanted.aberration());
        model.service().place(wanted);
    }

    private void ask(PlaceWish wanted) {
        if (!wanted.equals(wish)) {
            wish = wanted;
            model.service().place(wanted);
        }
    }

    private static <T> void names(ComboBox<T> choice, Function<T, String> name) {
        choice.setVisibleRowCount(14);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
    }

    private String centerName(OptionalInt body) {
        return body.isEmpty()
                ? words.get("position.center.usual")
                : body.getAsInt() == NaifIds.SOLAR_SYSTEM_BARYCENTER
                        ? words.get("position.center.barycenter")
                        : BodyLook.name(body.getAsInt());
    }

    private List<OptionalInt> centers() {
        List<OptionalInt> all = new ArrayList<>();
        all.add(OptionalInt.empty());
        all.add(OptionalInt.of(NaifIds.SOLAR_SYSTEM_BARYCENTER));
        for (int body : model.shown()) {
            if (body != model.selected().get()) {
                all.add(OptionalInt.of(body));
            }
        }
        wish.center().ifPresent(body -> {
            if (!all.contains(wish.center())) {
                all.add(OptionalInt.of(body));
            }
        });
        return all;
    }

    /** J2000 and the ecliptic, the body's own frames, those of loaded kernels, and then all others with data. */
    private List<String> frames() {
        List<ReferenceFrame> known = model.service().frames();
        int body = BodyLook.of(model.selected().get()).body().id();
        List<String> all = new ArrayList<>(List.of(J2000, ECLIPTIC));
        known.stream()
                .filter(f -> !f.isInertial() && f.center() == body)
                .map(ReferenceFrame::name)
                .forEach(all::add);
        known.stream().map(ReferenceFrame::name).filter(f -> !all.contains(f)).forEach(all::add);
        if (!all.contains(wish.frame())) {
            all.add(wish.frame());
        }
        return all;
    }

    void show(BodyFacts facts) {
        BodyFacts.FramedState framed = facts.framed();
        if (!framed.wish().equals(wish)) {
            // For the previous choice; the next facts are for this one.
            return;
        }
        int from = framed.center();
        boolean geometric = wish.aberration() == Aberration.NONE;
        positionTitle.set(
                words.get(
                        "body.position",
                        from == NaifIds.SUN ? FactGroups.called(from, words) : BodyLook.center(facts.body(), from)),
                words.get(
                        geometric ? "note.position" : "note.position.corrected",
                        ReferenceFrame.shown(framed.frame()),
                        wish.aberration().spiceName()));
        FactGroups.visible(positionTrouble, framed.trouble().isPresent());
        positionTrouble.setText(framed.trouble().orElse(""));
        BodyFacts.State at = framed.state().orElse(null);
        for (PairRow row : new PairRow[] {positionHead, x, y, z}) {
            FactGroups.visible(row, framed.trouble().isEmpty());
        }
        pair(x, at == null ? Double.NaN : at.x(), at == null ? Double.NaN : at.vx());
        pair(y, at == null ? Double.NaN : at.y(), at == null ? Double.NaN : at.vy());
        pair(z, at == null ? Double.NaN : at.z(), at == null ? Double.NaN : at.vz());
        FactGroups.visible(lightTime, at != null && !geometric);
        if (at != null) {
            lightTime.set(Lengths.seconds(framed.lightTime()));
        }
    }

    private static void pair(PairRow row, double km, double speed) {
        row.set(
                Double.isNaN(km) ? FactGroups.NOTHING : Lengths.km(km),
                Double.isNaN(speed) ? FactGroups.NOTHING : Lengths.speed(speed));
    }
}
