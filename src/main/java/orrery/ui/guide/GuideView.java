package orrery.ui.guide;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The guide: a page, its history, and a search that continues from page to page.
 *
 * <p>Confined to the JavaFX thread. Pages are read and parsed on a separate thread; if two are requested, the later one
 * is shown.
 */
public final class GuideView extends Region {
    static final Words WORDS = Words.of(GuideView.class);

    private static final String CHAPTERS = "markdown/guide/";
    private static final int LEAST_WANTED = 2;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final GuideDoors doors;
    private final GuideLibrary library = new GuideLibrary();
    private final Executor aside =
            task -> Thread.ofVirtual().name("orrery-guide").start(task);
    private final VBox frame = new VBox();
    private final MenuButton chapters = new MenuButton(WORDS.get("chapters"));
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final GuideScroll scroll = new GuideScroll();
    private final Button back = button("fth-arrow-left", "back", this::back);
    private final Button forth = button("fth-arrow-right", "forth", this::forth);
    private final FontIcon wholeIcon = new FontIcon("fth-maximize-2");
    private final GuideTrail trail = new GuideTrail();

    private @Nullable GuidePage page;
    private @Nullable GuideNodes nodes;
    private int hit = -1;
    private int request;
    private boolean whole;

    /**
     * @param doors what it needs from the window
     * @param close closes it
     */
    public GuideView(GuideDoors doors, Runnable close) {
        this.doors = doors;
        setId("guide");
        getStyleClass().add("guide");
        getStylesheets().add(Views.sheet(GuideView.class, "guide.css"));
        Button expand = button("fth-maximize-2", "whole", () -> whole(!whole));
        expand.setGraphic(wholeIcon);
        Button shut = button("fth-x", "close", close);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        chapters.setId("guide-chapters");
        chapters.getStyleClass().add("flat");
        HBox head = new HBox(back, forth, chapters, space, expand, shut);
        head.getStyleClass().add("guide-head");
        field.setId("guide-search");
        field.setPromptText(WORDS.get("search"));
        field.setAccessibleText(WORDS.get("search.accessible"));
        field.textProperty().subscribe(text -> search());
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("guide-count");
        count.getStyleClass().add("small");
        count.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(field, count);
        row.getStyleClass().add("guide-search-row");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        frame.getChildren().addAll(head, row, scroll);
        getChildren().add(frame);
        fillChapters();
        enable();
    }

    private static Button button(String icon, String word, Runnable action) {
        Button button = new Button();
        button.setId("guide-" + word);
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(WORDS.get(word)));
        button.setAccessibleText(WORDS.get(word));
        button.getStyleClass().setAll("button", "flat");
        button.setOnAction(e -> action.run());
        return button;
    }

    private <T> void aside(Supplier<T> work, Consumer<T> then) {
        var _ = CompletableFuture.supplyAsync(work, aside)
                .thenAccept(result -> Platform.runLater(() -> then.accept(result)));
    }

    private void fillChapters() {
        aside(
                () -> library.all().stream()
                        .filter(each -> each.path().startsWith(CHAPTERS))
                        .toList(),
                pages -> pages.forEach(each -> {
                    MenuItem item = new MenuItem(each.title());
                    item.setOnAction(e -> go(each.path()));
                    chapters.getItems().add(item);
                }));
    }

    /** Shows a chapter by its name, such as {@code audit} or {@code orrery#events}. */
    public void open(String chapter) {
        int anchor = chapter.indexOf('#');
        go(
                anchor < 0
                        ? CHAPTERS + chapter + ".md"
                        : CHAPTERS + chapter.substring(0, anchor) + ".md" + chapter.substring(anchor));
    }

    /** Moves the keyboard focus into it. */
    public void take() {
        scroll.requestFocus();
    }

    private void go(String to) {
        if (!to.equals(trail.place())) {
            trail.go(to);
            visit();
        }
    }

    private void back() {
        if (trail.canGoBack()) {
            trail.back();
            visit();
        }
    }

    private void forth() {
        if (trail.canGoForth()) {
            trail.forth();
            visit();
        }
    }

    private void enable() {
        back.setDisable(!trail.canGoBack());
        forth.setDisable(!trail.canGoForth());
    }

    private void visit() {
        enable();
        String to = trail.place();
        int at = to.indexOf('#');
        String path = at < 0 ? to : to.substring(0, at);
        String anchor = at < 0 ? "" : to.substring(at + 1);
        int mine = ++request;
        aside(() -> library.page(path), found -> {
            if (mine == request) {
                show(found.orElseGet(() -> GuidePage.missing(path)));
                scrollTo(anchor.isEmpty() ? null : anchors(anchor));
            }
        });
    }

    private @Nullable Node anchors(String anchor) {
        return nodes == null ? null : nodes.anchors().get(anchor);
    }

    private void show(GuidePage shown) {
        page = shown;
        scroll.setAccessibleText(WORDS.get("page", shown.title()));
        build();
        hit = -1;
        tellCount();
    }

    private void build() {
        GuidePage shown = page;
        if (shown == null) {
            return;
        }
        GuideNodes made = new GuideNodes(shown, wanted(), this::follow, doors.copy());
        nodes = made;
        scroll.show(made.page());
    }

    private void follow(String link) {
        GuidePage shown = page;
        if (shown == null) {
            return;
        }
        switch (GuideLinks.kind(link)) {
            case PAGE -> go(GuideLinks.resolve(shown.path(), link));
            case VIEW -> doors.view().accept(link);
            case WEB -> doors.web().accept(link);
        }
    }

    private String wanted() {
        String typed = field.getText().strip();
        return typed.length() < LEAST_WANTED ? "" : typed;
    }

    /** Marks the typed text on this page, and counts it on the others. */
    private void search() {
        double where = scroll.getVvalue();
        build();
        hit = -1;
        scroll.layout();
        scroll.setVvalue(where);
        if (hits() > 0) {
            mark(0);
        }
        tellCount();
    }

    private int hits() {
        return nodes == null ? 0 : nodes.hits().size();
    }

    private void mark(int index) {
        GuideNodes now = nodes;
        if (now == null) {
            return;
        }
        for (int i = 0; i < now.hits().size(); i++) {
            now.hits().get(i).pseudoClassStateChanged(CURRENT, i == index);
        }
        hit = index;
        scrollTo(now.hits().get(index));
    }

    private void tellCount() {
        String wanted = wanted();
        GuidePage shown = page;
        if (wanted.isEmpty() || shown == null) {
            count.setText("");
            return;
        }
        aside(() -> library.elsewhere(shown, wanted), others -> {
            if (wanted.equals(wanted()) && shown.equals(page)) {
                count.setText(
                        hits() == 0 ? WORDS.get("count.others", others) : WORDS.get("count", hit + 1, hits(), others));
            }
        });
    }

    /** Goes to the next match: on this page or, after its last one, on the next page with a match. */
    private void nextHit(boolean backwards) {
        int next = backwards ? hit - 1 : hit + 1;
        if (next >= 0 && next < hits()) {
            mark(next);
            tellCount();
            return;
        }
        String wanted = wanted();
        GuidePage shown = page;
        if (wanted.isEmpty() || shown == null) {
            return;
        }
        int mine = ++request;
        aside(() -> library.next(shown, wanted, backwards), found -> {
            if (mine == request && found.isPresent()) {
                if (!found.get().path().equals(shown.path())) {
                    trail.go(found.get().path());
                    enable();
                    show(found.get());
                }
                if (hits() > 0) {
                    mark(backwards ? hits() - 1 : 0);
                }
                tellCount();
            }
        });
    }

    private void scrollTo(@Nullable Node node) {
        applyCss();
        layout();
        if (node == null) {
            scroll.setVvalue(0);
        } else {
            scroll.to(node);
        }
    }

    /** Handles a key of the guide while it has the focus; false for all others, including Esc in an empty search. */
    public boolean keyed(KeyEvent event) {
        Scene scene = getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        if (focus == null || !holds(focus)) {
            return false;
        }
        KeyCode key = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (event.isShortcutDown() && key == KeyCode.F) {
            field.requestFocus();
            field.selectAll();
            return true;
        }
        if (event.isAltDown() && (key == KeyCode.LEFT || key == KeyCode.RIGHT)) {
            (key == KeyCode.LEFT ? back : forth).fire();
            return true;
        }
        if (focus instanceof TextInputControl) {
            return plain && typed(event);
        }
        Object link = focus.hasProperties() ? focus.getProperties().get(GuideNodes.LINK) : null;
        if (plain && link instanceof String to && (key == KeyCode.ENTER || key == KeyCode.SPACE)) {
            follow(to);
            return true;
        }
        return plain && (focus.equals(scroll) || link != null) && moved(event);
    }

    private boolean typed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> nextHit(event.isShiftDown());
            case DOWN -> scroll.down();
            case UP -> scroll.up();
            case ESCAPE -> {
                if (field.getText().isEmpty()) {
                    return false;
                }
                field.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moved(KeyEvent event) {
        switch (event.getCode()) {
            case BACK_SPACE -> back();
            case SLASH -> field.requestFocus();
            default -> {
                return scroll.moved(event);
            }
        }
        return true;
    }

    /** Whether a node lies in the guide. */
    public boolean holds(Node node) {
        return Views.holds(this, node);
    }

    /** Whether it fills the whole window. */
    public boolean isWhole() {
        return whole;
    }

    /** Fills the whole window, or restores it. */
    public void whole(boolean wanted) {
        whole = wanted;
        pseudoClassStateChanged(WHOLE, wanted);
        wholeIcon.setIconLiteral(wanted ? "fth-minimize-2" : "fth-maximize-2");
        doors.changed().run();
    }

    @Override
    protected void layoutChildren() {
        frame.resizeRelocate(0, 0, getWidth() - snappedRightInset(), getHeight());
    }
}
