package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.ui.fx.Words;

/**
 * Loads kernels for the sky: opening kernels in place of the current ones, putting them on top of the draft, loading
 * the draft. Files are examined by {@link KernelTasks} and opened by the service; a bad file changes nothing, and its
 * problem is reported. Confined to the JavaFX thread.
 */
final class KernelLoading {
    private final WorkbenchModel hub;
    private final SkyService service;
    private final KernelTasks tasks;
    private final Shelf shelf;
    private final Words words;

    KernelLoading(WorkbenchModel hub, SkyService service, Shelf shelf) {
        this.hub = hub;
        this.service = service;
        this.tasks = hub.tasks();
        this.shelf = shelf;
        this.words = hub.words();
    }

    /** Opens kernels in place of the current ones, if they are sound; the others stay on the shelf, unloaded. */
    void open(List<Path> files, KernelOrigin place) {
        hub.say(words.get("kernels.opening", WorkbenchModel.names(files)), false);
        List<Shelf.Item> draft = shelf.items();
        hub.begin();
        hub.inbox().when(tasks.look(files, place), (looked, failure) -> {
            hub.end();
            if (looked == null) {
                refused(failure);
            } else {
                hub.unused(looked.unused());
                List<Shelf.Item> items = withPositions(looked.items());
                load(items, files, "", draft, () -> shelf.loaded(items));
            }
        });
    }

    /** Kernels without positions cannot stand alone, so they are put on top of those that are loaded. */
    private List<Shelf.Item> withPositions(List<Shelf.Item> opened) {
        if (!opened.stream().allMatch(i -> i.appraisal().auxiliary().isPresent())) {
            return opened;
        }
        List<Shelf.Item> all = new ArrayList<>();
        for (Appraisal now : shelf.loaded()) {
            if (opened.stream().noneMatch(i -> i.path().equals(now.path()))) {
                shelf.find(now.path()).map(i -> i.enabled(true)).ifPresent(all::add);
            }
        }
        all.addAll(opened);
        return all;
    }

    /** Puts kernels on top of the draft; the effect is shown, and nothing is loaded yet. */
    void add(List<Path> files, KernelOrigin place) {
        add(files, place, false);
    }

    /** Puts kernels on top of the draft and loads it. */
    void loadOnTop(List<Path> files, KernelOrigin place) {
        add(files, place, true);
    }

    private void add(List<Path> files, KernelOrigin place, boolean load) {
        hub.begin();
        hub.inbox().when(tasks.look(files, place), (looked, failure) -> {
            hub.end();
            if (looked == null) {
                refused(failure);
                return;
            }
            hub.unused(looked.unused());
            take(looked.items());
            if (load && looked.items().stream().anyMatch(i -> i.appraisal().loadable())) {
                apply();
            }
        });
    }

    /** Puts examined kernels on top of the draft; those that cannot answer for any state are refused. */
    void take(List<Shelf.Item> items) {
        List<Shelf.Item> good =
                items.stream().filter(i -> i.appraisal().loadable()).toList();
        shelf.add(good.stream().map(i -> i.enabled(true)).toList());
        for (Shelf.Item item : items) {
            if (!item.appraisal().loadable()) {
                hub.keepFound(item);
                refused(item.appraisal().reason());
            }
        }
        hub.changed();
    }

    /** Loads the draft. */
    void apply() {
        List<Shelf.Item> wanted =
                shelf.items().stream().filter(Shelf.Item::enabled).toList();
        if (wanted.isEmpty()) {
            hub.say(words.get("kernels.none"), true);
            return;
        }
        load(wanted, List.of(), "", shelf.items(), shelf::settled);
    }

    /** Reverts the draft. */
    void revert() {
        shelf.revert();
        hub.changed();
    }

    /**
     * @param trouble problems of other files that were to be loaded too; empty if none
     * @param draft the draft when this was requested
     */
    private void load(
            List<Shelf.Item> items, List<Path> opened, String trouble, List<Shelf.Item> draft, Runnable settle) {
        hub.begin();
        List<Path> paths = items.stream().map(Shelf.Item::path).toList();
        hub.inbox().when(service.open(paths), (catalogue, failure) -> {
            hub.end();
            if (catalogue == null) {
                lookAgain(items, draft, failure);
                return;
            }
            if (opened.isEmpty() && !shelf.items().equals(draft)) {
                // The draft was changed during loading: what is loaded is the earlier draft.
                shelf.settled(draft);
            } else {
                List<Shelf.Item> since = since(draft, paths);
                settle.run();
                shelf.add(since);
            }
            loaded(catalogue, paths, opened, trouble);
            renew(items);
        });
    }

    /** What was put on top of the draft while others were being opened: it stays there, as if it had come after. */
    private List<Shelf.Item> since(List<Shelf.Item> draft, List<Path> opened) {
        List<Path> known = draft.stream().map(Shelf.Item::path).toList();
        return shelf.items().stream()
                .filter(Shelf.Item::enabled)
                .filter(i -> !known.contains(i.path()) && !opened.contains(i.path()))
                .toList();
    }

    /**
     * Examines files again that could not be opened together, because one may have vanished since. If nothing is shown
     * yet, the readable ones are better than an empty sky.
     */
    private void lookAgain(List<Shelf.Item> items, List<Shelf.Item> draft, @Nullable Throwable failure) {
        hub.begin();
        hub.inbox().when(tasks.changed(items.stream().map(Shelf.Item::appraisal).toList()), (anew, _) -> {
            hub.end();
            List<Shelf.Item> now = items.stream()
                    .map(i -> (anew == null ? List.<Appraisal>of() : anew)
                            .stream()
                                    .filter(a -> a.path().equals(i.path()))
                                    .findFirst()
                                    .map(a -> new Shelf.Item(a, i.place(), i.enabled(), i.note()))
                                    .orElse(i))
                    .toList();
            now.forEach(hub::keepFound);
            List<Shelf.Item> sound =
                    now.stream().filter(i -> i.appraisal().loadable()).toList();
            if (shelf.loaded().isEmpty() && !sound.isEmpty() && sound.size() < items.size()) {
                String wrong = now.stream()
                        .filter(i -> !i.appraisal().loadable())
                        .map(i -> i.appraisal().reason())
                        .distinct()
                        .collect(Collectors.joining(" "));
                List<Path> rest = sound.stream().map(Shelf.Item::path).toList();
                load(sound, rest, wrong, draft, () -> shelf.loaded(sound));
            } else {
                refused(failure);
            }
        });
    }

    /** A file may have been replaced between its examination and its opening. */
    private void renew(List<Shelf.Item> items) {
        hub.inbox().when(tasks.changed(items.stream().map(Shelf.Item::appraisal).toList()), (anew, _) -> {
            // A file that has vanished since is still mapped, and answers; that it is stale is reported elsewhere.
            List<Appraisal> others = anew == null
                    ? List.of()
                    : anew.stream().filter(Appraisal::usable).toList();
            if (!others.isEmpty()) {
                shelf.renew(others);
                hub.changed();
            }
        });
    }

    private void loaded(SkyCatalogue catalogue, List<Path> paths, List<Path> opened, String trouble) {
        hub.say(
                (trouble.isEmpty() ? "" : trouble + " ")
                        + words.get(
                                "kernels.opened",
                                paths.size() > WorkbenchModel.MOST_NAMED
                                        ? words.get(
                                                "kernels.many",
                                                paths.size(),
                                                WorkbenchModel.names(paths.subList(paths.size() - 1, paths.size())))
                                        : WorkbenchModel.names(paths),
                                KernelText.bodies(catalogue.size(), words),
                                KernelText.day(catalogue.span().start()),
                                KernelText.day(catalogue.span().end()))
                        + (catalogue.left() > 0
                                ? " "
                                        + words.get(
                                                "kernels.left",
                                                KernelText.grouped(catalogue.size() + catalogue.left()),
                                                KernelText.grouped(catalogue.size()))
                                : ""),
                !trouble.isEmpty());
        hub.sessions().loaded(opened);
        hub.changed();
    }

    /** Reports that a request failed; what is shown does not change. */
    void refused(@Nullable Throwable failure) {
        refused(reason(failure));
        hub.changed();
    }

    private void refused(String why) {
        hub.say(words.get(shelf.loaded().isEmpty() ? "kernels.refused.first" : "kernels.refused", why), true);
    }

    private String reason(@Nullable Throwable failure) {
        return failure == null
                ? ""
                : failure instanceof KernelException
                        ? String.valueOf(failure.getMessage())
                        : KernelTasks.message(failure, words);
    }
}
