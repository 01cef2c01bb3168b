package orrery.ui.orrery;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import orrery.ephemeris.SubPoints;
import orrery.service.BodyFacts;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/** The points of a body's surface that face the Earth and the Sun. JavaFX thread only. */
final class SurfaceFacts {
    private final Words words;
    private final Parent view;

    @FXML
    private GroupHeading surfaceTitle;

    @FXML
    private PairRow surfaceHead;

    @FXML
    private PairRow subEarth;

    @FXML
    private PairRow subSolar;

    SurfaceFacts(Words words) {
        this.words = words;
        view = Views.load(SurfaceFacts.class, "body-surface.fxml", this, words);
        surfaceHead.set(words.get("head.longitude"), words.get("head.latitude"));
    }

    Parent view() {
        return view;
    }

    void show(BodyFacts facts) {
        FactGroups.visible(view, facts.surface().isPresent());
        facts.surface().ifPresent(surface -> {
            surfaceTitle.set(words.get("group.surface"), words.get("note.surface", surface.frame()));
            point(surface.earth(), subEarth);
            point(surface.sun(), subSolar);
        });
    }

    private static void point(Optional<SubPoints.Point> point, PairRow row) {
        FactGroups.visible(row, point.isPresent());
        point.ifPresent(p -> row.set(longitude(p), latitude(p)));
    }

    /** {@code 137.441° E}. */
    static String longitude(SubPoints.Point point) {
        return degrees(point.longitude(), "E", "W");
    }

    /** {@code 3.202° S}. */
    static String latitude(SubPoints.Point point) {
        return degrees(point.latitude(), "N", "S");
    }

    private static String degrees(double radians, String plus, String minus) {
        return String.format(
                Locale.ROOT, "%.3f\u00b0 %s", Math.abs(Math.toDegrees(radians)), radians < 0 ? minus : plus);
    }
}
