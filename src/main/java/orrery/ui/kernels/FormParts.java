package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.forge.Excerpt;
import orrery.forge.KernelOutput;
import orrery.library.Appraisal;
import orrery.math.LengthText;
import orrery.time.Dates;
import orrery.ui.fx.Words;

/** Small parts shared by the pages of this tab. JavaFX thread only. */
final class FormParts {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private FormParts() {}

    /** Shows a text, or takes no room if it is empty. */
    static void say(Label label, String text, boolean wrong) {
        label.setText(text);
        label.pseudoClassStateChanged(WRONG, wrong);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** A chooser of kernels, by name. */
    static void kernels(ComboBox<Appraisal> box) {
        texts(box, kernel -> label(kernel, box.getItems()));
    }

    /** A kernel's name, with its folder if another of the same name is offered. */
    static String label(Appraisal kernel, Collection<Appraisal> offered) {
        boolean ambiguous = offered.stream()
                .anyMatch(k -> k.name().equals(kernel.name()) && !k.path().equals(kernel.path()));
        Path folder = kernel.path().getParent();
        return ambiguous && folder != null ? kernel.name() + " \u00b7 " + folder : kernel.name();
    }

    /**
     * Offers these kernels; the user's choice is kept if it is among them, else the one at {@code otherwise} is
     * selected.
     */
    static void offer(ComboBox<Appraisal> box, Collection<Appraisal> kernels, int otherwise) {
        Appraisal before = box.getValue();
        List<Appraisal> all = List.copyOf(kernels);
        if (!box.getItems().equals(all)) {
            // A choice box keeps showing the old text at the selected index unless the selection is cleared in between.
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
        // A selection that the user did not make changes with the list.
        box.setUserData(same != null || first == null ? null : first.path());
        box.setValue(same != null ? same : first);
    }

    /** Shows a part of a form, or hides it without leaving room. */
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** The names listed in a field. */
    static List<String> names(TextField field) {
        return Stream.of(field.getText().split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A choice box that displays its values in this way. */
    static <T> void texts(ComboBox<T> box, Function<T, String> text) {
        box.setConverter(converter(text));
    }

    private static <T> StringConverter<T> converter(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null;
            }
        };
    }

    /** A choice box with the first value selected. */
    static <T> void choices(ChoiceBox<T> box, List<T> values, Function<T, String> text) {
        box.setConverter(converter(text));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
    }

    /** The kernel selected as the source. */
    static Appraisal chosen(ComboBox<Appraisal> box, Words words) {
        Appraisal chosen = box.getValue();
        if (chosen == null) {
            throw new IllegalArgumentException(words.get("make.nosource"));
        }
        return chosen;
    }

    /**
     * A tolerance.
     *
     * @return km
     * @throws IllegalArgumentException in the window's words, if the text is not a length
     */
    static double tolerance(TextField field, Words words) {
        return LengthText.km(field.getText())
                .orElseThrow(() -> new IllegalArgumentException(
                        words.get("refit.tolerance.wrong", field.getText().strip())));
    }

    /** A kernel's name without its suffix. */
    static String stem(@Nullable Appraisal kernel) {
        return kernel == null ? "kernel" : kernel.name().replaceFirst("\\.[A-Za-z]+$", "");
    }

    /** The bodies and the span given in fields; everything if they are empty. */
    static Excerpt part(TextField bodies, TextField from, TextField to) {
        return new Excerpt(
                new TreeSet<>(bodies(bodies)),
                date(from, Double.NEGATIVE_INFINITY),
                date(to, Double.POSITIVE_INFINITY));
    }

    /** The NAIF ids of the bodies named in a field; none if it is empty. */
    static List<Integer> bodies(TextField field) {
        return names(field).stream().map(Bodies::resolve).toList();
    }

    /** The epoch given in a field, TDB seconds past J2000. */
    static double date(TextField field, double otherwise) {
        return field.getText().isBlank() ? otherwise : Dates.parse(field.getText());
    }

    /** What was made, in words. */
    static MakeForm.MadeFile madeFile(KernelOutput.OutputFile made, Words words) {
        List<String> notes = new ArrayList<>();
        notes.add(words.count(
                made.segments(),
                "make.done",
                made.file(),
                KernelText.size(made.bytes()),
                KernelText.grouped(made.segments())));
        if (!made.leftOut().isEmpty()) {
            notes.add(words.count(
                    made.leftOut().size(),
                    "make.leftout",
                    KernelText.grouped(made.leftOut().size())));
        }
        if (!made.absent().isEmpty()) {
            notes.add(words.get(
                    "make.absent",
                    made.absent().stream().map(id -> KernelText.body(id, words)).collect(Collectors.joining(", "))));
        }
        notes.addAll(made.notes());
        return new MakeForm.MadeFile(made.file(), String.join(" ", notes), true);
    }
}
