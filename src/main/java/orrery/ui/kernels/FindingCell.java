package orrery.ui.kernels;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Words;

/** A line of what was found in files, broken where it is longer than the list is wide. JavaFX thread only. */
final class FindingCell extends ListCell<Finding> {
    private static final double BAR = 22;

    private final Words words;

    FindingCell(Words words) {
        this.words = words;
        setWrapText(true);
        setMinWidth(0);
        setPrefWidth(0);
        getStyleClass().add("finding");
        listViewProperty().subscribe(list -> {
            if (list != null) {
                maxWidthProperty().bind(list.widthProperty().subtract(BAR));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        for (Finding.Kind kind : Finding.Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.key()), finding != null && !empty && finding.kind() == kind);
        }
        if (finding == null || empty) {
            setText("");
            setAccessibleText("");
        } else {
            setText(finding.kind().mark() + "\u2002" + finding.text());
            setAccessibleText(words.get("import.line." + finding.kind().key(), finding.text()));
        }
    }
}
