package orrery.ui.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.audit.LedgerJson;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * Past ledgers, newest first. An opened ledger is compared with an earlier one: initially the previous one on the same
 * kernels. JavaFX thread.
 */
final class PastList extends VBox {
    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LISTED = 20;

    private final Words words;
    private final BiConsumer<LedgerJson.Past, LedgerJson.Past> compare;
    private final SideBySideView side;
    private final Label trouble = small("");
    private List<LedgerJson.Past> past = List.of();
    private Optional<Instant> opened = Optional.empty();
    private Optional<LedgerJson.Past> beside = Optional.empty();
    private Optional<VBox> holder = Optional.empty();
    private boolean unseen;

    /**
     * @param compare requests that two ledgers, the earlier one first, be read and passed to
     * {@link #show(SideBySide.Read)}
     */
    PastList(PulsePump pump, Words words, BiConsumer<LedgerJson.Past, LedgerJson.Past> compare) {
        super(6);
        this.words = words;
        this.compare = compare;
        side = new SideBySideView(pump, words);
        trouble.setWrapText(true);
        setId("past");
        getStyleClass().add("past");
    }

    /** Lists these ledgers; the open one stays open. */
    void show(List<LedgerJson.Past> now) {
        past = now;
        getChildren().clear();
        holder = Optional.empty();
        if (now.isEmpty()) {
            getChildren().add(small(words.get("audit.past.none")));
        }
        now.stream().limit(LISTED).forEach(p -> getChildren().add(row(p)));
    }

    private VBox row(LedgerJson.Past ledger) {
        VerdictLook look = VerdictLook.of(ledger.verdict());
        Button button = new Button(look.mark() + "  " + line(ledger));
        button.getStyleClass().setAll("button", "past-row");
        button.setMaxWidth(Double.MAX_VALUE);
        // Names of kernels have underscores.
        button.setMnemonicParsing(false);
        look.dress(button);
        VBox row = new VBox(button);
        button.setOnAction(_ -> {
            if (row.getChildren().size() > 1) {
                row.getChildren().remove(1);
                opened = Optional.empty();
            } else {
                show(past, ledger);
            }
        });
        if (opened.equals(Optional.of(ledger.started()))) {
            row.getChildren().add(detail(ledger));
        }
        return row;
    }

    private void show(List<LedgerJson.Past> now, LedgerJson.Past ledger) {
        opened = Optional.of(ledger.started());
        beside = Optional.empty();
        unseen = true;
        show(now);
    }

    /** The row that the user has opened, once: below it there is now more than there was. */
    Optional<Parent> justOpened() {
        boolean first = unseen;
        unseen = false;
        return first ? holder.map(VBox::getParent).map(Parent::getParent) : Optional.empty();
    }

    private String line(LedgerJson.Past ledger) {
        VerdictLook look = VerdictLook.of(ledger.verdict());
        return WHEN.format(ledger.started()) + "   " + words.get(look.word()) + "   " + ledger.preset() + "   "
                + String.join(", ", ledger.kernels());
    }

    /** The choice of an earlier ledger, and the comparison with it. */
    private VBox detail(LedgerJson.Past ledger) {
        List<LedgerJson.Past> earlier = past.stream()
                .filter(p -> p.started().isBefore(ledger.started()))
                .toList();
        Label digest = small(words.get(
                "audit.past.digest",
                ledger.digest().substring(0, Math.min(16, ledger.digest().length())),
                ledger.seed()));
        Label where = small(ledger.folder().toString());
        where.setWrapText(true);
        VBox below = new VBox();
        holder = Optional.of(below);
        VBox box = new VBox(6);
        box.getStyleClass().add("past-detail");
        if (earlier.isEmpty()) {
            unseen = false;
            below.getChildren().setAll(verdicts(ledger));
            Label first = small(words.get("audit.past.first"));
            first.setWrapText(true);
            box.getChildren().addAll(first, below, digest, where);
            return box;
        }
        LedgerJson.Past chosen = beside.filter(earlier::contains)
                .orElseGet(() -> earlier.stream()
                        .filter(p -> p.kernels().equals(ledger.kernels()))
                        .findFirst()
                        .orElse(earlier.getFirst()));
        ChoiceBox<LedgerJson.Past> choice = choice(earlier);
        choice.setValue(chosen);
        choice.valueProperty().addListener((_, _, now) -> {
            beside = Optional.ofNullable(now);
            beside.ifPresent(then -> compare.accept(then, ledger));
        });
        Label with = small(words.get("audit.past.beside"));
        with.setMinWidth(Region.USE_PREF_SIZE);
        HBox choosing = new HBox(8, with, choice);
        choosing.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(choosing, below, digest, where);
        compare.accept(chosen, ledger);
        return box;
    }

    private ChoiceBox<LedgerJson.Past> choice(List<LedgerJson.Past> earlier) {
        ChoiceBox<LedgerJson.Past> choice = new ChoiceBox<>(
                FXCollections.observableArrayList(earlier.stream().limit(LISTED).toList()));
        choice.setId("past-beside");
        choice.setMinWidth(0);
        choice.setAccessibleText(words.get("audit.past.beside"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(LedgerJson.@Nullable Past value) {
                return value == null ? "" : line(value);
            }

            @Override
            public LedgerJson.Past fromString(String text) {
                throw new UnsupportedOperationException("ledgers are chosen, not typed");
            }
        });
        return choice;
    }

    /** The claims of one ledger if there is none to compare it with. */
    private List<Label> verdicts(LedgerJson.Past ledger) {
        List<Label> claims = new ArrayList<>();
        for (LedgerJson.PastClaim claim : ledger.claims()) {
            VerdictLook look = VerdictLook.of(claim.finding().verdict());
            claims.add(look.label(claim.id() + " " + claim.title() + ": " + words.get(look.word())));
        }
        return claims;
    }

    /** Two ledgers have been read; they are shown if they are still wanted. */
    void show(SideBySide.Read read) {
        switch (read) {
            case SideBySide.Read.Done(SideBySide pair) -> {
                if (opened.equals(Optional.of(pair.now().started()))) {
                    side.show(pair);
                    holder.ifPresent(box -> box.getChildren().setAll(side));
                }
            }
            case SideBySide.Read.Failed(LedgerJson.Past now, String why) -> {
                if (opened.equals(Optional.of(now.started()))) {
                    trouble.setText(words.get("audit.past.unread", why));
                    holder.ifPresent(box -> box.getChildren().setAll(trouble));
                }
            }
        }
    }

    void shown(boolean seen) {
        side.shown(seen);
    }

    void drawNow() {
        side.drawNow();
    }

    void palette(Theme theme) {
        side.palette(theme);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }
}
