package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;

/** Small parts that the pages of this tab share. JavaFX thread only. */
final class FormParts {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private FormParts() {}

    /** Shows a text, or takes no room for none. */
    static void say(Label label, String text, boolean wrong) {
        label.setText(text);
        label.pseudoClassStateChanged(WRONG, wrong);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** A chooser of kernels, by name. */
    static void kernels(ComboBox<Appraisal> box) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Appraisal kernel) {
                return kernel == null ? "" : label(kernel, box.getItems());
            }

            @Override
            public @Nullable Appraisal fromString(String text) {
                return null;
            }
        });
    }

    /** A kernel's name, with its folder where another of the same name is offered. */
    static String label(Appraisal kernel, Collection<Appraisal> offered) {
        boolean ambiguous = offered.stream()
                .anyMatch(k -> k.name().equals(kernel.name()) && !k.path().equals(kernel.path()));
        Path folder = kernel.path().getParent();
        return ambiguous && folder != null ? kernel.name() + " \u00b7 " + folder : kernel.name();
    }

    /** Offers these kernels; one that somebody chose stays chosen if it is among them, else the one at {@code otherwise} is. */
    static void offer(ComboBox<Appraisal> box, Collection<Appraisal> kernels, int otherwise) {
        Appraisal before = box.getValue();
        List<Appraisal> all = List.copyOf(kernels);
        if (!box.getItems().equals(all)) {
            // A box keeps showing what stood where its choice now stands, unless there is no choice meanwhile.
            box.setValue(null);
            box.getItems().setAll(all);
        }
        Appraisal same = before == null || before.path().equals(box.getUserData())
                ? null
                : all.stream()
                        .filter(k -> k.path().equals(before.path()))
                        .findFirst()
                        .orElse(null);
        Appraisal first = all.isEmpty() ? null : all.get(Math.clamp(otherwise, 0, all.size() - 1));
        // What nobody chose gives way when the list changes.
        box.setUserData(same != null || first == null ? null : first.path());
        box.setValue(same != null ? same : first);
    }
}
