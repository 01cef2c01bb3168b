package orrery.ui.tour;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/** A view in the list of a tour: its number, the beginning of its caption, its date and the length of its stay. */
final class StopCell extends ListCell<TourStop> {
    private final Words words;
    private final Label name = new Label();
    private final Label detail = new Label();
    private final VBox box = new VBox(1, name, detail);

    StopCell(Words words) {
        this.words = words;
        name.getStyleClass().add("tour-row");
        detail.getStyleClass().add("tour-row-detail");
        box.setMaxWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(TourStop stop, boolean empty) {
        super.updateItem(stop, empty);
        if (empty || stop == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String caption = stop.caption().in(Locale.getDefault(Locale.Category.DISPLAY));
        String date =
                EpochFormat.minutes(TimeScale.TDB).spaced().format(stop.view().et());
        String stay = String.format(Locale.ROOT, "%.0f", stop.stay());
        name.setText(words.get("panel.view", getIndex() + 1, caption.isEmpty() ? "\u2013" : caption));
        name.setMaxWidth(Math.max(80, getListView().getWidth() - 48));
        detail.setText(words.get("panel.view.detail", date, stay));
        setAccessibleText(name.getText() + " " + detail.getText());
        setGraphic(box);
    }
}
