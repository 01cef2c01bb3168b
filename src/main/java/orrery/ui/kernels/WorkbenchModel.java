package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import orrery.service.SkyPreview;
import orrery.service.SkyService;
import orrery.ui.fx.Words;

/**
 * The common model of the pages of the Kernels tab: the shelf, the files found, the notice, and the actions that change
 * them. Every action that reads a file runs in {@link KernelTasks}, and its outcome is processed in {@link #pulse}.
 * Independent of any control.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WorkbenchModel implements AutoCloseable {
    /** Kernels beyond this number are counted instead of named. */
    static final int MOST_NAMED = 2;

    private final SkyService service;
    private final KernelTasks tasks;
    private final Words words;
    private final IntConsumer chooseBody;
    private final Inbox inbox = new Inbox();
    private final Shelf shelf = new Shelf(this::aside);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice =
            new ReadOnlyObjectWrapper<@Nullable Notice>(this, "notice", null);
    private final List<Runnable> listeners = new ArrayList<>();
    private final Sessions sessions;
    private final KernelLoading loading;
    private final PreviewTasks previews;
    private Consumer<SkyPreview.Way> aim = _ -> {};
    private List<Shelf.Item> found = List.of();
    private List<String> unused = List.of();
    private Map<Path, String> stale = Map.of();
    private int busy;
    private int looking;

    WorkbenchModel(SkyService service, KernelTasks tasks, Words words, IntConsumer chooseBody) {
        this.service = service;
        this.tasks = tasks;
        this.words = words;
        this.chooseBody = chooseBody;
        this.sessions = new Sessions(this);
        this.loading = new KernelLoading(this, service, shelf);
        this.previews = new PreviewTasks(tasks, service);
    }

    KernelTasks tasks() {
        return tasks;
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

    /** The kernels in the known places that are not on the shelf. */
    List<Shelf.Item> found() {
        return found.stream().filter(i -> shelf.find(i.path()).isEmpty()).toList();
    }

    /** The loading of kernels. */
    KernelLoading loading() {
        return loading;
    }

    /** The saved lists of kernels. */
    Sessions sessions() {
        return sessions;
    }

    /** The unused entries of the meta-kernels opened last. */
    List<String> unused() {
        return unused;
    }

    /** Sets the unused entries of the meta-kernels opened last. */
    void unused(List<String> those) {
        unused = those;
    }

    /** Why the file of a loaded kernel no longer matches what is mapped, if so. */
    Optional<String> stale(Path path) {
        return Optional.ofNullable(stale.get(path));
    }

    /** The outcome of the last action. */
    ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Called whenever the shelf, the files found, or what is loaded has changed. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    void say(String text, boolean wrong) {
        notice.set(new Notice(text, wrong));
    }

    /** Whether files are being examined or opened. */
    boolean isBusy() {
        return busy > 0;
    }

    /** Selects a body in the window. */
    void choose(int body) {
        chooseBody.accept(body);
    }

    /** Every kernel that can be queried for states, those on the shelf first, starting with the winner. */
    List<Appraisal> usable() {
        return readable().stream().filter(Appraisal::usable).toList();
    }

    /** Every kernel that can be inspected, even if all its segments are set aside; those on the shelf first. */
    List<Appraisal> readable() {
        Map<Path, Appraisal> all = new LinkedHashMap<>();
        for (Shelf.Item item : shelf.items().reversed()) {
            all.putIfAbsent(item.path(), item.appraisal());
        }
        found().forEach(i -> all.putIfAbsent(i.path(), i.appraisal()));
        return all.values().stream().filter(a -> a.contents().isPresent()).toList();
    }

    /** Draws bodies of a second kernel in the sky beside the first's; fails with the reason. */
    CompletableFuture<SkyGhost> ghost(GhostWish wish) {
        return service.ghost(wish);
    }

    /** Removes the second kernel's bodies from the sky. */
    CompletableFuture<Boolean> noGhost() {
        return service.noGhost();
    }

    /** Multiplies the ghost's exaggeration by a factor; 0 for the initial one. Returns the new exaggeration, or NaN. */
    double exaggerate(double times) {
        return service.exaggerate(times);
    }

    /** The background work of importing. */
    PreviewTasks previews() {
        return previews;
    }

    /** Draws a preview that is not loaded, or removes it from the sky. */
    void preview(SkyPreview wanted) {
        service.preview(wanted);
    }

    /** Sets what to do when {@link #aim} is called. */
    void onAim(Consumer<SkyPreview.Way> looking) {
        aim = looking;
    }

    /** Looks at the preview, where and when it has data. */
    void aim(SkyPreview.Way way) {
        aim.accept(way);
    }

    /** Whether the sky has a place for a body, or for one that stands in for it. */
    boolean hasPlace(int body) {
        SkyCatalogue now = service.catalogue();
        return now != null && (now.origin() == body || now.placeOf(body) >= 0);
    }

    /** Whether the current sky has a body. */
    boolean isInSky(int body) {
        SkyCatalogue now = service.catalogue();
        return now != null && now.indexOf(body) >= 0;
    }

    /** Processes what has arrived from the background. */
    void pulse() {
        inbox.take();
    }

    /** Checks whether mapped files have changed on disk; once a second is enough. */
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

    /** Whether the known places are being searched. */
    boolean isLooking() {
        return looking > 0;
    }

    /** Removes a file from the recent ones; the file itself stays. */
    void forget(Path file) {
        inbox.when(tasks.forget(file), (_, failure) -> {
            if (failure != null) {
                say(KernelTasks.unwritten(tasks.memory().recentFile(), failure, words), true);
            }
            find();
        });
    }

    /** Searches the known places again. */
    void find() {
        begin();
        looking++;
        changed();
        List<Appraisal> known = Stream.concat(shelf.items().stream(), found.stream())
                .map(Shelf.Item::appraisal)
                .toList();
        inbox.when(tasks.find(known), (looked, failure) -> {
            busy--;
            looking--;
            if (looked != null) {
                List<Shelf.Item> items = looked.items();
                List<Shelf.Item> all = new ArrayList<>(items);
                // A file from elsewhere that could not be opened stays visible with its reason.
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

    /** A file that could not be used stays visible with its reason. */
    void keepFound(Shelf.Item item) {
        List<Shelf.Item> kept = new ArrayList<>(found);
        kept.removeIf(i -> i.path().equals(item.path()));
        if (shelf.find(item.path()).isEmpty()) {
            kept.addFirst(item);
        }
        found = kept;
    }

    /** Sets what is loaded, as if it had been opened, for a picture. */
    void show(List<Appraisal> loaded) {
        shelf.loaded(loaded.stream()
                .map(a -> new Shelf.Item(a, KernelOrigin.COMMAND_LINE, true, ""))
                .toList());
        changed();
    }

    /** As {@link #reckon}, and then makes the pages update. */
    private <T> void aside(Supplier<T> what, Consumer<T> then) {
        reckon(what, found -> {
            then.accept(found);
            changed();
        });
    }

    /** Does in the background what would take longer than a frame, and processes the result in a pulse. */
    <T> void reckon(Supplier<T> what, Consumer<T> then) {
        begin();
        inbox.when(tasks.reckon(what::get), (found, failure) -> {
            busy--;
            if (found != null) {
                then.accept(found);
            } else {
                say(KernelTasks.ended(failure, words), true);
            }
        });
    }

    /** A background task has started. */
    void begin() {
        busy++;
    }

    /** It has ended. */
    void end() {
        busy--;
    }

    /** File names for display. */
    static String names(List<Path> paths) {
        return paths.stream().map(p -> String.valueOf(p.getFileName())).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        tasks.close();
    }
}
