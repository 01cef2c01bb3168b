package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orrery.ui.fx.Words;

/**
 * Saved lists of kernels: by name, and the one loaded last. Files that have vanished or changed since are reported, and
 * then nothing is loaded before the user has looked. Confined to the JavaFX thread; {@link KernelTasks} reads and
 * writes the files.
 */
final class Sessions {
    /** The name of the session loaded last. */
    static final String LAST = "last";

    private final WorkbenchModel hub;
    private final KernelTasks tasks;
    private final SessionTasks kept;
    private final Words words;
    private List<String> names = List.of();

    Sessions(WorkbenchModel hub) {
        this.hub = hub;
        this.tasks = hub.tasks();
        this.words = hub.words();
        this.kept = new SessionTasks(tasks, words);
    }

    /** The sessions that can be restored. */
    List<String> names() {
        return names;
    }

    /** Looks up which sessions there are. */
    void find() {
        hub.inbox().when(kept.sessions(), (found, _) -> {
            names = found == null ? List.of() : found;
            hub.changed();
        });
    }

    /** Saves the shelf under a name. */
    void save(String name) {
        hub.inbox().when(kept.remember(hub.shelf().items(), name, List.of()), (session, failure) -> {
            if (session == null) {
                hub.say(
                        words.get(
                                "kernels.session.failed",
                                KernelTasks.unwritten(tasks.memory().file(name), failure, words)),
                        true);
            } else {
                hub.say(words.get("kernels.session.saved", name), false);
            }
            hub.find();
        });
    }

    /** Loads the kernels of a session; files that have vanished or changed since are reported. */
    void restore(String name) {
        hub.begin();
        hub.inbox().when(kept.session(name), (session, failure) -> {
            hub.end();
            if (session == null) {
                hub.loading().refused(failure);
                return;
            }
            List<Shelf.Item> items = session.items();
            Shelf shelf = hub.shelf();
            List<Shelf.Item> usable =
                    items.stream().filter(i -> i.appraisal().loadable()).toList();
            String changes = Stream.concat(items.stream().map(Shelf.Item::note), session.unreadable().stream())
                    .filter(n -> !n.isEmpty())
                    .collect(Collectors.joining(" "));
            items.stream().filter(i -> !i.appraisal().loadable()).forEach(hub::keepFound);
            shelf.add(usable);
            shelf.items().stream()
                    .filter(i -> usable.stream().noneMatch(u -> u.path().equals(i.path())))
                    .forEach(i -> shelf.enable(shelf.items().indexOf(i), false));
            hub.changed();
            if (changes.isEmpty()) {
                hub.loading().apply();
            } else {
                // The user should look before it is applied.
                hub.say(words.get("kernels.session.changed", name, changes), true);
            }
        });
    }

    /**
     * The shelf has been loaded: it is now the last session, unless the program opened it on its own. That was not the
     * user's choice; the last chosen session is kept and offered.
     *
     * @param opened files named by the user, which become recent ones
     */
    void loaded(List<Path> opened) {
        List<Shelf.Item> items = hub.shelf().items();
        if (items.stream().allMatch(kept::isOpenedByItself)) {
            offerLast();
            return;
        }
        hub.inbox().when(kept.remember(items, LAST, opened), (_, failure) -> {
            if (failure != null) {
                hub.say(
                        words.get(
                                "kernels.remember.failed",
                                KernelTasks.unwritten(tasks.memory().file(LAST), failure, words)),
                        true);
            }
        });
    }

    /** Adds to the current message that there was a session with other kernels, and what has happened to them. */
    private void offerLast() {
        Notice before = hub.notice().get();
        hub.inbox().when(kept.remembered(LAST), (session, _) -> {
            if (session == null
                    || before == null
                    || !before.equals(hub.notice().get())
                    || session.kernels().stream()
                            .allMatch(k -> hub.shelf().find(k).isPresent())) {
                return;
            }
            String which = session.kernels().size() > WorkbenchModel.MOST_NAMED
                    ? words.get("kernels.count", session.kernels().size())
                    : WorkbenchModel.names(session.kernels());
            String changes = session.changes().isEmpty() ? "" : " " + String.join(" ", session.changes());
            hub.say(before.text() + " " + words.get("kernels.session.waiting", which) + changes, before.wrong());
        });
    }
}
