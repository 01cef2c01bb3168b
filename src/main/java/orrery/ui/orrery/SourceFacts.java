package orrery.ui.orrery;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import orrery.ephemeris.Bodies;
import orrery.service.BodyFacts;
import orrery.ui.fx.Words;

/**
 * Which kernels and segments answered for a body, and where the orientation of frames comes from. JavaFX thread only.
 */
final class SourceFacts {
    private final VBox rows;
    private final Words words;
    private List<BodyFacts.Source> listed = List.of();
    private List<String> frames = List.of();

    /** Fills these rows. */
    SourceFacts(VBox rows, Words words) {
        this.rows = rows;
        this.words = words;
    }

    void show(BodyFacts facts) {
        List<String> stand = Stream.concat(
                        facts.framed().sources().stream(),
                        facts.surface().stream().flatMap(s -> s.sources().stream()))
                .distinct()
                .toList();
        if (facts.sources().equals(listed) && stand.equals(frames)) {
            return;
        }
        listed = facts.sources();
        frames = stand;
        rows.getChildren().clear();
        for (BodyFacts.Source source : listed) {
            row(
                    words.get(
                            "body.source", Bodies.name(source.target()), Bodies.name(source.center()), source.kernel()),
                    words.get(
                            "body.source.detail",
                            source.kernel(),
                            source.segment(),
                            source.type(),
                            source.typeName(),
                            String.format(Locale.ROOT, "%,d", source.granule()),
                            String.format(Locale.ROOT, "%,d", source.granules())));
        }
        for (String frame : frames) {
            int colon = frame.indexOf(": ");
            row(words.get("body.source.frame", frame.substring(0, colon)), frame.substring(colon + 2));
        }
    }

    private void row(String what, String who) {
        Label kernel = new Label(what);
        kernel.getStyleClass().add("source-kernel");
        Label detail = new Label(who);
        detail.getStyleClass().add("source-detail");
        detail.setWrapText(true);
        VBox row = new VBox(kernel, detail);
        row.getStyleClass().add("source");
        rows.getChildren().add(row);
    }
}
