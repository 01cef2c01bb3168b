package orrery.ui.kernels;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Words;

/** A line about the contents of files, wrapped to the width of the list. JavaFX thread only. */
final class FoundLineCell extends ListCell<FoundLine> {
    private static final double BAR = 48;

    private final Words words;

    private final Text line = new Text();

    FoundLineCell(Words words) {
        this.words = words;
        getStyleClass().add("finding");
        line.getStyleClass().add("finding-text");
        setPrefWidth(0);
        setMinWidth(0);
        // A text with a known width has a height that the list can query.
        listViewProperty().subscribe(list -> {
            if (list != null) {
                line.wrappingWidthProperty().bind(list.widthProperty().subtract(BAR));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable FoundLine finding, boolean empty) {
        super.updateItem(finding, empty);
        for (FoundLine.Kind kind : FoundLine.Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.key()), finding != null && !empty && finding.kind() == kind);
        }
        if (finding == null || empty) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            line.setText(finding.kind().mark() + "\u2002" + finding.text());
            setGraphic(line);
            setAccessibleText(words.get("import.line." + finding.kind().key(), finding.text()));
        }
    }
}
