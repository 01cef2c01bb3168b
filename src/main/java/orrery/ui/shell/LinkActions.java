package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import orrery.service.SkyCatalogue;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.ViewLink;

/**
 * Views as links: copied, pasted, given at the start. Kernels are compared by content, off the JavaFX thread; if the
 * kernels of a link are available they are opened, otherwise the view is shown with the open kernels, and a message
 * says so.
 *
 * <p>Confined to the JavaFX thread.
 */
final class LinkActions {
    private final SkyModel model;
    private final KernelSums sums = new KernelSums();
    private final TextClipboard clip;
    private final Consumer<List<Path>> opener;
    private final Consumer<Notice> notices;
    private final Executor aside =
            task -> Thread.ofVirtual().name("orrery-link").start(task);

    /**
     * @param opener opens kernels and switches to them
     * @param notices shows a message to the user
     */
    LinkActions(SkyModel model, TextClipboard clip, Consumer<List<Path>> opener, Consumer<Notice> notices) {
        this.model = model;
        this.clip = clip;
        this.opener = opener;
        this.notices = notices;
    }

    private List<Path> kernels() {
        SkyCatalogue catalogue = model.catalogue().get();
        return catalogue == null ? List.of() : catalogue.kernels();
    }

    private ViewLink link(List<ViewLink.Kernel> kernels) {
        return new ViewLink(
                model.clock().et(),
                model.rig().camera(),
                model.style().get().scale(),
                model.style().get().center(),
                model.selected().get(),
                kernels);
    }

    /** Puts a link to the present view on the clipboard. */
    void copy() {
        List<Path> files = kernels();
        ViewLink now = link(List.of());
        var _ = CompletableFuture.supplyAsync(() -> described(files), aside)
                .whenComplete((kernels, thrown) -> Platform.runLater(() -> {
                    if (kernels == null || kernels.size() < files.size()) {
                        notices.accept(new Notice(Fxml.WORDS.get("link.unread"), true));
                        return;
                    }
                    clip.put(new ViewLink(now.et(), now.camera(), now.scale(), now.center(), now.selected(), kernels)
                            .format());
                    notices.accept(new Notice(Fxml.WORDS.get("link.copied"), false));
                }));
    }

    private List<ViewLink.Kernel> described(List<Path> files) {
        try {
            return sums.describe(files);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Opens the link on the clipboard. */
    void paste() {
        Optional<String> text = clip.text();
        if (text.isPresent()) {
            open(text.get());
        } else {
            notices.accept(new Notice(Fxml.WORDS.get("link.none"), true));
        }
    }

    /** Shows the view of a link, or an error message. */
    void open(String text) {
        ViewLink link;
        try {
            link = ViewLink.parse(text);
        } catch (LinkFormatException e) {
            notices.accept(new Notice(String.valueOf(e.getMessage()), true));
            return;
        }
        show(model, link);
        List<Path> open = kernels();
        List<Path> near = new ArrayList<>(open);
        near.addAll(DefaultPaths.kernels());
        var _ = CompletableFuture.supplyAsync(() -> search(link, near), aside)
                .thenAccept(found -> Platform.runLater(() -> {
                    if (found.missing().isPresent()) {
                        ViewLink.Kernel missing = found.missing().get();
                        notices.accept(new Notice(
                                Fxml.WORDS.get(
                                        "link.missing",
                                        missing.name(),
                                        missing.sha256().substring(0, 12)),
                                true));
                    } else if (!same(found.files(), kernels())) {
                        opener.accept(found.files());
                        // Once they are open, time may go where it could not before.
                        waitFor(found.files(), link);
                    }
                }));
    }

    private void waitFor(List<Path> files, ViewLink link) {
        model.catalogue().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable catalogue) {
                catalogue.removeListener(this);
                if (same(files, kernels())) {
                    show(model, link);
                }
            }
        });
    }

    private record Found(List<Path> files, Optional<ViewLink.Kernel> missing) {}

    private Found search(ViewLink link, List<Path> near) {
        List<Path> files = new ArrayList<>();
        for (ViewLink.Kernel kernel : link.kernels()) {
            Optional<Path> file = sums.find(kernel, near);
            if (file.isEmpty()) {
                return new Found(List.of(), Optional.of(kernel));
            }
            files.add(file.get());
        }
        return new Found(files, Optional.empty());
    }

    private static boolean same(List<Path> a, List<Path> b) {
        return a.isEmpty()
                || a.stream()
                        .map(p -> p.toAbsolutePath().normalize())
                        .toList()
                        .equals(b.stream()
                                .map(p -> p.toAbsolutePath().normalize())
                                .toList());
    }

    /** Shows a view with whatever kernels are open; time is stopped. */
    static void show(SkyModel model, ViewLink link) {
        model.clock().pause();
        model.clock().jump(link.et());
        model.style().set(model.style().get().scale(link.scale()).center(link.center()));
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue == null || catalogue.indexOf(link.selected()) >= 0) {
            model.selected().set(link.selected());
        }
        if (catalogue == null || catalogue.indexOf(link.camera().focus()) >= 0) {
            model.rig().set(link.camera());
        }
    }
}
