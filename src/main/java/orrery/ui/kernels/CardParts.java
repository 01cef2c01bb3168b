package orrery.ui.kernels;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.library.Appraisal;
import orrery.library.AuxiliaryContents;
import orrery.library.KernelContents;
import orrery.library.KernelOrigin;
import orrery.ui.fx.Words;

/** The parts of a kernel's card, on the list and among the files found. JavaFX thread only. */
final class CardParts {
    private CardParts() {}

    /** A kernel's file name, with its folder in the tooltip. */
    static Label name(Appraisal kernel) {
        Label name = new Label(kernel.name());
        name.getStyleClass().add("kernel-name");
        name.setTooltip(new Tooltip(kernel.path().toString()));
        return name;
    }

    /** Where a kernel came from. */
    static Label place(KernelOrigin place, Words words) {
        Label label = new Label(words.get("place." + place.name().toLowerCase(Locale.ROOT)));
        label.getStyleClass().add("kernel-detail");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** What separates the left of a line from its right. */
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Size, bodies and span of a kernel. */
    static String detail(KernelContents kernel, Words words) {
        return words.get(
                Double.isNaN(kernel.start()) ? "kernels.card.nothing" : "kernels.card",
                KernelText.size(kernel.size()),
                KernelText.bodies(kernel.targets().size(), words),
                KernelText.day(kernel.start()),
                KernelText.day(kernel.end()));
    }

    /** The contents of a kernel without positions. */
    static String detail(AuxiliaryContents kernel, Words words) {
        return kernel.holds().isEmpty()
                ? words.get("kernels.card.auxiliary.nothing", kernel.kind())
                : kernel.kind() + "\n" + String.join("\n", kernel.holds());
    }

    static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("kernel-detail");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A line below a name on the list. */
    static Label indented(String text) {
        Label label = small(text);
        label.getStyleClass().add("kernel-indented");
        return label;
    }

    /** The problem of a kernel on the list. */
    static Label problem(String text) {
        Label label = small(text);
        label.getStyleClass().addAll("refuted-text", "kernel-indented");
        return label;
    }
}
