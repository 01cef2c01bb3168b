package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.service.GhostWish;
import orrery.service.SkyCatalogue;
import orrery.service.SkyGhost;
import orrery.service.SkyService;
import orrery.spk.KernelException;
import orrery.ui.fx.Words;

/**
 * What the pages of the Kernels tab work on together: the shelf, what was found, the notice, and the acts that change
 * them. Every act that reads a file is done at the {@link KernelTasks}, and its end is taken up in {@link #pulse}. Knows no
 * control.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WorkbenchModel implements AutoCloseable {
    /** Beyond so many, kernels are counted and not named. */
    static final int MOST_NAMED = 2;

    private final SkyService service;
    private final KernelTasks desk;
    private final Words words;
    private final IntConsumer chooseBody;
    private final Inbox inbox = new Inbox();
    private final Shelf shelf = new Shelf(this::aside);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice =
            new ReadOnlyObjectWrapper<@Nullable Notice>(this, "notice", null);
    private final List<Runnable> listeners = new ArrayList<>();
    private final Sessions sessions;
    private List<Shelf.Item> found = List.of();
    private List<String> unused = List.of();
    private Map<Path, String> stale = Map.of();
    private int busy;
    private int looking;

    WorkbenchModel(SkyService service, KernelTasks desk, Words words, IntConsumer chooseBody) {
        this.service = service;
        this.desk = desk;
        this.words = words;
        this.chooseBody = chooseBody;
        this.sessions = new Sessions(this);
    }

    KernelTasks desk() {
        return desk;
    }

    Words words() {
        return words;
    }

    Inbox inbox() {
        return inbox;
    }

    Shelf shelf() {
        return shelf;
    }

    /** What lies in the known places and is not on the shelf. */
    List<Shelf.Item> found() {
        return found.stream().filter(i -> shelf.find(i.path()).isEmpty()).toList();
    }

    /** Lists of kernels that are kept. */
    Sessions sessions() {
        return sessions;
    }

    /** What meta-kernels opened last name that is not used. */
    List<String> unused() {
        return unused;
    }

    /** Why the file of a loaded kernel is no longer what is mapped, if it is not. */
    Optional<String> stale(Path path) {
        return Optional.ofNullable(stale.get(path));
    }

    /** What became of the last act. */
    ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Told whenever the shelf, what was found, or what is loaded has changed. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    void say(String text, boolean wrong) {
        notice.set(new Notice(text, wrong));
    }

    /** Whether something is being looked into or opened. */
    boolean isBusy() {
        return busy > 0;
    }

    /** Chooses a body in the window. */
    void choose(int body) {
        chooseBody.accept(body);
    }

    /** Every kernel that states can be asked of, those on the shelf first and the winner foremost. */
    List<Appraisal> usable() {
        return readable().stream().filter(Appraisal::usable).toList();
    }

    /** Every kernel that can be looked into, were all of its segments set aside; those on the shelf first. */
    List<Appraisal> readable() {
        Map<Path, Appraisal> all = new java.util.LinkedHashMap<>();
        for (Shelf.Item item : shelf.items().reversed()) {
            all.putIfAbsent(item.path(), item.appraisal());
        }
        found().forEach(i -> all.putIfAbsent(i.path(), i.appraisal()));
        return all.values().stream().filter(a -> a.contents().isPresent()).toList();
    }

    /** Draws bodies of a second kernel into the sky beside the first's; fails with the reason. */
    CompletableFuture<SkyGhost> ghost(GhostWish wish) {
        return service.ghost(wish);
    }

    /** Takes the second kernel's bodies out of the sky. */
    CompletableFuture<Boolean> noGhost() {
        return service.noGhost();
    }

    /** Exaggerates the ghost's offset by so many times what it is; 0 for what was chosen at first. What it is now, or NaN. */
    double exaggerate(double times) {
        return service.exaggerate(times);
    }

    /** Whether the sky that is shown has a body. */
    boolean isInSky(int body) {
        SkyCatalogue now = service.catalogue();
        return now != null && now.indexOf(body) >= 0;
    }

    /** Takes up what has come from the background. */
    void pulse() {
        inbox.take();
    }

    /** Looks at what is mapped now and no longer what is on disk; once a second is enough. */
    void lookForChanges() {
        Map<Path, String> now = new TreeMap<>();
        KernelPool pool = service.live().current();
        List<KernelHandle> mapped = new ArrayList<>(pool.members());
        mapped.addAll(pool.orientations());
        for (KernelHandle kernel : mapped) {
            kernel.stale().ifPresent(why -> now.put(kernel.path().normalize(), why));
        }
        if (!now.equals(stale)) {
            stale = now;
            changed();
        }
    }

    /** Whether the known places are being looked into. */
    boolean isLooking() {
        return looking > 0;
    }

    /** Takes a file out of the recent ones; the file itself stays. */
    void forget(Path file) {
        inbox.when(desk.forget(file), (_, failure) -> {
            if (failure != null) {
                say(KernelTasks.unwritten(desk.memory().recentFile(), failure, words), true);
            }
            find();
        });
    }

    /** Looks into the known places again. */
    void find() {
        begin();
        looking++;
        changed();
        inbox.when(desk.find(), (looked, failure) -> {
            busy--;
            looking--;
            if (looked != null) {
                List<Shelf.Item> items = looked.items();
                List<Shelf.Item> all = new ArrayList<>(items);
                // What could not be opened from elsewhere stays in sight with its reason.
                found.stream()
                        .filter(i -> i.place() != KernelOrigin.SHIPPED
                                && i.place() != KernelOrigin.USER
                                && i.place() != KernelOrigin.RECENT
                                && items.stream().noneMatch(n -> n.path().equals(i.path())))
                        .forEach(all::addFirst);
                found = all;
                if (!looked.failures().isEmpty()) {
                    say(words.get("kernels.find.failed", String.join(" ", looked.failures())), true);
                }
            } else if (failure != null) {
                say(words.get("kernels.find.failed", KernelTasks.message(failure, words)), true);
            }
            changed();
        });
        sessions.find();
    }

    /** Opens kernels instead of those that are shown, if they are sound; the others stay on the shelf, not loaded. */
    void open(List<Path> files, KernelOrigin place) {
        say(words.get("kernels.opening", names(files)), false);
        begin();
        inbox.when(desk.look(files, place), (looked, failure) -> {
            busy--;
            if (looked == null) {
                refused(failure);
            } else {
                unused = looked.unused();
                List<Shelf.Item> items = withPositions(looked.items());
                load(items, files, "", () -> shelf.loaded(items));
            }
        });
    }

    /** Kernels that give no positions do not stand alone: they come on top of those that are loaded. */
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

    /** Puts kernels on top of the draft; what that would change is shown, nothing is loaded yet. */
    void add(List<Path> files, KernelOrigin place) {
        begin();
        inbox.when(desk.look(files, place), (looked, failure) -> {
            busy--;
            if (looked == null) {
                refused(failure);
            } else {
                unused = looked.unused();
                take(looked.items());
            }
        });
    }

    /** Puts kernels that were looked into on top of the draft; those of which no state can be asked are refused. */
    void take(List<Shelf.Item> items) {
        List<Shelf.Item> good =
                items.stream().filter(i -> i.appraisal().loadable()).toList();
        shelf.add(good.stream().map(i -> i.enabled(true)).toList());
        for (Shelf.Item item : items) {
            if (!item.appraisal().loadable()) {
                keepFound(item);
                refused(item.appraisal().reason());
            }
        }
        changed();
    }

    /** Loads the draft. */
    void apply() {
        List<Shelf.Item> wanted =
                shelf.items().stream().filter(Shelf.Item::enabled).toList();
        if (wanted.isEmpty()) {
            say(words.get("kernels.none"), true);
            return;
        }
        load(wanted, List.of(), "", shelf::settled);
    }

    /** Takes the draft back. */
    void revert() {
        shelf.revert();
        changed();
    }

    /** @param trouble what was wrong with others that were to be loaded too; empty for nothing */
    private void load(List<Shelf.Item> items, List<Path> opened, String trouble, Runnable settle) {
        begin();
        List<Path> paths = items.stream().map(Shelf.Item::path).toList();
        List<Shelf.Item> draft = shelf.items();
        inbox.when(service.open(paths), (catalogue, failure) -> {
            busy--;
            if (catalogue == null) {
                lookAgain(items, failure);
                return;
            }
            if (opened.isEmpty() && !shelf.items().equals(draft)) {
                // The draft was changed while it was being loaded: what is loaded is the draft of then.
                shelf.settled(draft);
            } else {
                settle.run();
            }
            loaded(catalogue, paths, opened, trouble);
            renew(items);
        });
    }

    /**
     * Looks again into files that could not be opened all together: one may have gone since it was looked into. Where
     * nothing is shown yet, those that can be are better than an empty sky.
     */
    private void lookAgain(List<Shelf.Item> items, @Nullable Throwable failure) {
        begin();
        inbox.when(desk.changed(items.stream().map(Shelf.Item::appraisal).toList()), (anew, _) -> {
            busy--;
            List<Shelf.Item> now = items.stream()
                    .map(i -> (anew == null ? List.<Appraisal>of() : anew)
                            .stream()
                                    .filter(a -> a.path().equals(i.path()))
                                    .findFirst()
                                    .map(a -> new Shelf.Item(a, i.place(), i.enabled(), i.note()))
                                    .orElse(i))
                    .toList();
            now.forEach(this::keepFound);
            List<Shelf.Item> sound =
                    now.stream().filter(i -> i.appraisal().loadable()).toList();
            if (shelf.loaded().isEmpty() && !sound.isEmpty() && sound.size() < items.size()) {
                String wrong = now.stream()
                        .filter(i -> !i.appraisal().loadable())
                        .map(i -> i.appraisal().reason())
                        .distinct()
                        .collect(Collectors.joining(" "));
                List<Path> rest = sound.stream().map(Shelf.Item::path).toList();
                load(sound, rest, wrong, () -> shelf.loaded(sound));
            } else {
                refused(failure);
            }
        });
    }

    /** What was looked into before it was opened may have been another file then. */
    private void renew(List<Shelf.Item> items) {
        inbox.when(desk.changed(items.stream().map(Shelf.Item::appraisal).toList()), (anew, _) -> {
            // One that has gone since is still mapped, and answers: that it is stale is said elsewhere.
            List<Appraisal> others = anew == null
                    ? List.of()
                    : anew.stream().filter(Appraisal::usable).toList();
            if (!others.isEmpty()) {
                shelf.renew(others);
                changed();
            }
        });
    }

    private void loaded(SkyCatalogue catalogue, List<Path> paths, List<Path> opened, String trouble) {
        say(
                (trouble.isEmpty() ? "" : trouble + " ")
                        + words.get(
                                "kernels.opened",
                                paths.size() > MOST_NAMED
                                        ? words.get(
                                                "kernels.many",
                                                paths.size(),
                                                names(paths.subList(paths.size() - 1, paths.size())))
                                        : names(paths),
                                KernelText.bodies(catalogue.size(), words),
                                KernelText.day(catalogue.span().start()),
                                KernelText.day(catalogue.span().end()))
                        + (catalogue.left() > 0
                                ? " " + words.get("kernels.left", catalogue.size() + catalogue.left(), catalogue.size())
                                : ""),
                !trouble.isEmpty());
        sessions.loaded(opened);
        changed();
    }

    /** What could not be used stays in sight with its reason. */
    void keepFound(Shelf.Item item) {
        List<Shelf.Item> kept = new ArrayList<>(found);
        kept.removeIf(i -> i.path().equals(item.path()));
        if (shelf.find(item.path()).isEmpty()) {
            kept.addFirst(item);
        }
        found = kept;
    }

    /** What is loaded, for a picture: as if it had been opened. */
    void show(List<Appraisal> loaded) {
        shelf.loaded(loaded.stream()
                .map(a -> new Shelf.Item(a, KernelOrigin.COMMAND_LINE, true, ""))
                .toList());
        changed();
    }

    /** What was asked for cannot be done; what is shown goes on. */
    void refused(@Nullable Throwable failure) {
        refused(reason(failure));
        changed();
    }

    private void refused(String why) {
        say(words.get(shelf.loaded().isEmpty() ? "kernels.refused.first" : "kernels.refused", why), true);
    }

    private String reason(@Nullable Throwable failure) {
        return failure == null
                ? ""
                : failure instanceof KernelException
                        ? String.valueOf(failure.getMessage())
                        : KernelTasks.message(failure, words);
    }

    /** As {@link #reckon}, and then has the pages look again. */
    private <T> void aside(Supplier<T> what, Consumer<T> then) {
        reckon(what, found -> {
            then.accept(found);
            changed();
        });
    }

    /** Does at the desk what would take longer than a frame, and takes it up in a pulse. */
    <T> void reckon(Supplier<T> what, Consumer<T> then) {
        begin();
        inbox.when(desk.reckon(what::get), (found, failure) -> {
            busy--;
            if (found != null) {
                then.accept(found);
            } else {
                say(KernelTasks.ended(failure, words), true);
            }
        });
    }

    /** Something is begun at the desk. */
    void begin() {
        busy++;
    }

    /** It has come to its end. */
    void end() {
        busy--;
    }

    /** File names, for people. */
    static String names(List<Path> paths) {
        return paths.stream().map(p -> String.valueOf(p.getFileName())).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        desk.close();
    }
}
