package orrery.ui.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.Claim;
import orrery.audit.Claims;
import orrery.audit.Mutants;
import orrery.audit.StandPlan;
import orrery.audit.Subject;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;
import orrery.ui.fx.Words;

/** The settings of an audit as selected in the tab: preset, reader, seed, threads, queries, claims. JavaFX thread. */
final class AuditChoices {
    private static final int MOST_THREADS = 1_000;
    private static final int MOST_QUERIES = 10_000_000;

    /** The controls, as created by FXML. */
    record Controls(
            ChoiceBox<AuditPreset> preset,
            ChoiceBox<String> reader,
            MenuButton outside,
            TextField seed,
            TextField threads,
            TextField queries,
            MenuButton claims) {}

    /** The selected settings. */
    sealed interface Selection {
        /** The program's own reader, or a deliberately broken one. */
        record Inside(AuditPlan plan, Optional<Subject> broken) implements Selection {}

        /** An external reader, in every discipline. */
        record Outside(StandPlan plan) implements Selection {}
    }

    private final Words words;
    private final Controls controls;
    private final Consumer<String> say;
    private final Map<String, CheckMenuItem> wanted = new LinkedHashMap<>();
    /** The external readers chosen so far, in the order of their items, which come last. */
    private final List<ReaderSpec> outside = new ArrayList<>();

    private final int inside;

    /**
     * @param say shows what is wrong with a setting
     * @param choose asks for a file of a kind
     */
    AuditChoices(Words words, Controls controls, Consumer<String> say, Consumer<ReaderSpec.Kind> choose) {
        this.words = words;
        this.controls = controls;
        this.say = say;
        presets();
        List<String> readers = new ArrayList<>(List.of(words.get("audit.reader.own")));
        Mutants.all()
                .forEach(m ->
                        readers.add(words.get("audit.reader.broken", m.subject().name())));
        inside = readers.size();
        controls.reader.setItems(FXCollections.observableArrayList(readers));
        controls.reader.getSelectionModel().select(0);
        for (ReaderSpec.Kind kind : ReaderSpec.Kind.values()) {
            MenuItem item =
                    new MenuItem(words.get("audit.outside." + kind.name().toLowerCase(Locale.ROOT)));
            // Its text contains an underscore, which would be taken for a mnemonic.
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> choose.accept(kind));
            controls.outside.getItems().add(item);
        }
        controls.seed.setText(Long.toString(AuditPlan.SEED));
        claims();
    }

    private void presets() {
        controls.preset.setItems(FXCollections.observableArrayList(AuditPreset.values()));
        controls.preset.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable AuditPreset value) {
                return value == null ? "" : words.get("audit.preset." + value.wireName());
            }

            @Override
            public AuditPreset fromString(String text) {
                throw new UnsupportedOperationException("presets are chosen, not typed");
            }
        });
        controls.preset.setValue(AuditPreset.LEDGER);
        controls.preset.valueProperty().addListener((_, _, now) -> figures(now));
        figures(controls.preset.getValue());
    }

    private void claims() {
        CheckMenuItem every = new CheckMenuItem(words.get("audit.claims.every"));
        every.setSelected(true);
        every.setOnAction(_ -> wanted.forEach((_, item) -> item.setSelected(every.isSelected())));
        controls.claims.getItems().setAll(every, new SeparatorMenuItem());
        for (Claim claim : Claims.all()) {
            CheckMenuItem item = new CheckMenuItem(claim.id() + "  " + claim.title());
            item.setSelected(true);
            item.selectedProperty().addListener(_ -> {
                every.setSelected(chosen().size() == wanted.size());
                tellChosen();
            });
            wanted.put(claim.id(), item);
            controls.claims.getItems().add(item);
        }
        tellChosen();
    }

    /** The preset's own values, as a starting point for changes. */
    private void figures(AuditPreset of) {
        controls.threads.setText(Integer.toString(of.threads()));
        controls.queries.setText(Integer.toString(of.queries()));
    }

    private List<String> chosen() {
        return wanted.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void tellChosen() {
        int some = chosen().size();
        controls.claims.setText(
                some == wanted.size()
                        ? words.get("audit.claims.all")
                        : words.get("audit.claims.some", some, wanted.size()));
    }

    /** Adds an external reader and selects it. */
    void choose(ReaderSpec.Kind kind, Path file) {
        ReaderSpec spec = new ReaderSpec(kind, file.toAbsolutePath().normalize(), "");
        if (!outside.contains(spec)) {
            outside.add(spec);
            controls.reader
                    .getItems()
                    .add(kind.name().toLowerCase(Locale.ROOT) + ": "
                            + spec.file().getFileName());
        }
        controls.reader.getSelectionModel().select(inside + outside.indexOf(spec));
    }

    /** The narrowest width that cuts no name is not always available. */
    void narrow(double width) {
        controls.reader.setMaxWidth(width);
    }

    void disable(boolean disabled) {
        controls.preset.setDisable(disabled);
        controls.reader.setDisable(disabled);
        controls.outside.setDisable(disabled);
        controls.seed.setDisable(disabled);
        controls.threads.setDisable(disabled);
        controls.queries.setDisable(disabled);
        controls.claims.setDisable(disabled);
    }

    /** A whole number from 1 to a limit; for anything else an error is shown. */
    private OptionalInt number(TextField field, int most, String otherwise) {
        try {
            int number = Integer.parseInt(field.getText().strip().replace(",", ""));
            if (number >= 1 && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Reported below, like a number out of range.
        }
        say.accept(words.get(otherwise, String.format(Locale.ROOT, "%,d", most)));
        field.requestFocus();
        field.selectAll();
        return OptionalInt.empty();
    }

    /** Whether there are any; if not, the form says so. */
    boolean haveKernels(List<Path> kernels) {
        if (kernels.isEmpty()) {
            say.accept(words.get("audit.nokernel"));
        }
        return !kernels.isEmpty();
    }

    /** The plan for these kernels; empty if a setting is invalid, which has been reported. */
    Optional<Selection> asked(List<Path> kernels) {
        if (!haveKernels(kernels)) {
            return Optional.empty();
        }
        long seed;
        try {
            seed = Long.parseLong(controls.seed.getText().strip());
        } catch (NumberFormatException _) {
            say.accept(words.get("audit.noseed"));
            return Optional.empty();
        }
        OptionalInt threads = number(controls.threads, MOST_THREADS, "audit.threads.not");
        if (threads.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt queries = number(controls.queries, MOST_QUERIES, "audit.queries.not");
        if (queries.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = chosen();
        if (ids.isEmpty()) {
            say.accept(words.get("audit.claims.none"));
            return Optional.empty();
        }
        return Optional.of(asked(AuditPlan.of(controls.preset.getValue(), kernels)
                .withSeed(seed)
                .withThreads(threads.getAsInt())
                .withQueries(queries.getAsInt())
                .withClaims(ids.size() == wanted.size() ? List.of() : ids)));
    }

    private Selection asked(AuditPlan plan) {
        int reader = controls.reader.getSelectionModel().getSelectedIndex();
        if (reader >= inside) {
            return new Selection.Outside(new StandPlan(
                    outside.get(reader - inside), Arrays.asList(Discipline.values()), plan, ReaderLimits.USUAL, true));
        }
        if (reader < 1) {
            return new Selection.Inside(plan.besideAWindow(), Optional.empty());
        }
        Mutants.Mutant mutant = Mutants.all().get(reader - 1);
        return new Selection.Inside(plan.besideAWindow().withClaims(mutant.suspects()), Optional.of(mutant.subject()));
    }
}
