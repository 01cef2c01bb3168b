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
import orrery.service.SkyService;
import orrery.service.SkyTrial;
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
    private final KernelLoading loading;
    private final TrialTasks trials;
    private Consumer<SkyTrial.Way> aim = _ -> {};
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
        this.loading = new KernelLoading(this, service, shelf);
        this.trials = new TrialTasks(desk, service);
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

    /** Which kernels are loaded, and loading others. */
    KernelLoading loading() {
        return loading;
    }

    /** Lists of kernels that are kept. */
    Sessions sessions() {
        return sessions;
    }

    /** What meta-kernels opened last name that is not used. */
    List<String> unused() {
        return unused;
    }

    /** Keeps what meta-kernels opened last name that is not used. */
    void unused(List<String> those) {
        unused = those;
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

    /** What importing does in the background. */
    TrialTasks trials() {
        return trials;
    }

    /** Draws what is tried out and not loaded, or takes it out of the sky. */
    void trial(SkyTrial wanted) {
        service.trial(wanted);
    }

    /** Has something else look at what is tried out, when {@link #aim} is called. */
    void onAim(Consumer<SkyTrial.Way> looking) {
        aim = looking;
    }

    /** Looks at what is tried out: where it is, when it is. */
    void aim(SkyTrial.Way way) {
        aim.accept(way);
    }

    /** Whether the sky has a place for a body, or for what stands in for it. */
    boolean hasPlace(int body) {
        SkyCatalogue now = service.catalogue();
        return now != null && (now.origin() == body || now.placeOf(body) >= 0);
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
        List<Appraisal> known = Stream.concat(shelf.items().stream(), found.stream())
                .map(Shelf.Item::appraisal)
                .toList();
        inbox.when(desk.find(known), (looked, failure) -> {
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
