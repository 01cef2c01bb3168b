package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.CommentPages;
import orrery.ui.fx.Words;

/**
 * The comments of a kernel, one page at a time, because they may be longer than a control can show, or than fits in
 * memory. Pages are read and searched in the background. JavaFX thread only.
 */
final class CommentView {
    private final WorkbenchModel hub;
    private final Words words;
    private final TextArea text;
    private final TextField search;
    private final Label found;
    private final HBox pager = new HBox(6);
    private final Label place = new Label();
    private final Button back;
    private final Button on;
    private Optional<Appraisal> shown = Optional.empty();
    private CommentPages.@Nullable Page page;
    private @Nullable BackgroundTask running;

    /** Fills these controls. */
    CommentView(WorkbenchModel hub, TextArea text, TextField search, Label found, HBox head) {
        this.hub = hub;
        this.words = hub.words();
        this.text = text;
        this.search = search;
        this.found = found;
        back = turner("comment.back", "comment-back", -1);
        on = turner("comment.on", "comment-on", 1);
        place.setId("comment-page");
        place.getStyleClass().add("small");
        pager.getStyleClass().add("comment-pager");
        pager.getChildren().addAll(back, place, on);
        head.getChildren().add(pager);
        search.setOnAction(e -> search());
        say(Optional.empty());
    }

    private Button turner(String key, String id, int by) {
        Button button = new Button(words.get(key + ".sign"));
        button.setId(id);
        button.setAccessibleText(words.get(key));
        button.getStyleClass().addAll("outlined", "slim");
        button.setOnAction(e -> turn(page == null ? 0 : page.number() + by));
        return button;
    }

    /** Shows the comments of this kernel, or none; comments already shown keep their search result and selection. */
    void show(Optional<Appraisal> kernel) {
        boolean same = kernel.isPresent()
                && shown.isPresent()
                && kernel.get().path().equals(shown.get().path())
                && kernel.get().size() == shown.get().size()
                && kernel.get().modified().equals(shown.get().modified());
        shown = kernel;
        if (same) {
            return;
        }
        stop();
        say(Optional.empty());
        turn(0);
    }

    /** Whether a page is being read or searched. */
    boolean isAtWork() {
        return running != null;
    }

    private void stop() {
        BackgroundTask task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
    }

    private void turn(long number) {
        shown.ifPresent(kernel -> {
            stop();
            BackgroundTask task = new BackgroundTask();
            running = task;
            Path path = kernel.path();
            hub.inbox().when(hub.tasks().comments(path, number), (read, failure) -> {
                if (running == task) {
                    running = null;
                    if (read != null) {
                        say(Optional.of(read));
                    } else {
                        text.setText(KernelTasks.ended(failure, words));
                    }
                }
            });
        });
    }

    private void say(Optional<CommentPages.Page> now) {
        page = now.orElse(null);
        text.setText(now.map(p -> p.pages() == 0 ? words.get("kernels.nocomment") : p.text())
                .orElse(""));
        found.setText("");
        boolean several = now.isPresent() && now.get().pages() > 1;
        pager.setVisible(several);
        pager.setManaged(several);
        now.ifPresent(p -> {
            place.setText(words.get("comment.page", KernelText.grouped(p.number() + 1), KernelText.grouped(p.pages())));
            back.setDisable(p.number() == 0);
            on.setDisable(p.number() + 1 >= p.pages());
        });
    }

    /** Selects the next match of the search text, from the cursor on, wrapping around. */
    private void search() {
        String wanted = search.getText();
        if (wanted.isEmpty() || shown.isEmpty()) {
            return;
        }
        stop();
        BackgroundTask task = new BackgroundTask();
        running = task;
        found.setText(words.get("comment.searching"));
        long from = page == null ? 0 : page.number();
        hub.inbox()
                .when(
                        hub.tasks()
                                .search(
                                        shown.get().path(),
                                        wanted,
                                        from,
                                        text.getSelection().getEnd(),
                                        task),
                        (match, failure) -> {
                            if (running == task) {
                                running = null;
                                found(match == null ? Optional.empty() : match, wanted, failure);
                            }
                        });
    }

    private void found(Optional<CommentPages.Match> match, String wanted, @Nullable Throwable failure) {
        if (match.isEmpty()) {
            found.setText(failure == null ? words.get("comment.none") : KernelTasks.ended(failure, words));
            text.deselect();
            return;
        }
        CommentPages.Match one = match.get();
        if (!one.page().equals(page)) {
            say(Optional.of(one.page()));
        }
        found.setText(words.get("comment.found", KernelText.grouped(one.number()), KernelText.grouped(one.count())));
        text.selectRange(one.at(), Math.min(one.at() + wanted.length(), text.getLength()));
    }
}
