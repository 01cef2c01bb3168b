package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.KernelContents;
import orrery.library.KernelOrigin;
import orrery.library.Precedence;

/**
 * The kernels that somebody works with, and in which order: a draft, and beside it what is loaded now. Nothing is loaded
 * by changing the draft; what the change would do is told by {@link #changes} first. Knows no control.
 *
 * <p>Confined to one thread.
 */
final class Shelf {
    /**
     * One kernel on the shelf.
     *
     * @param appraisal what it is
     * @param place where it came from
     * @param enabled whether it is to be loaded
     * @param note what else is to be said of it, such as that it changed since a session was saved; empty for nothing
     */
    record Item(Appraisal appraisal, KernelOrigin place, boolean enabled, String note) {
        Path path() {
            return appraisal.path();
        }

        Item enabled(boolean now) {
            return new Item(appraisal, place, now, note);
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final Map<Path, Integer> tints = new HashMap<>();
    private List<Appraisal> loaded = List.of();
    private List<Item> atRest = List.of();
    private final Reckoning now;
    private final Reckoning draft;
    private final Reckoning.Aside aside;
    private @Nullable Precedence changed;
    private @Nullable Precedence unchanged;
    private List<Precedence.Change> changes = List.of();

    /** @param aside where what takes long is worked out */
    Shelf(Reckoning.Aside aside) {
        this.aside = aside;
        this.now = new Reckoning(aside);
        this.draft = new Reckoning(aside);
    }

    /** The draft, of highest precedence last. */
    List<Item> items() {
        return List.copyOf(items);
    }

    /** What is loaded now, of highest precedence last. */
    List<Appraisal> loaded() {
        return loaded;
    }

    /** The paths that the draft would load. */
    List<Path> wanted() {
        return items.stream().filter(Item::enabled).map(Item::path).toList();
    }

    Optional<Item> find(Path path) {
        return items.stream().filter(i -> i.path().equals(path)).findFirst();
    }

    /** Puts kernels on top of the draft; one that is there already moves there. */
    void add(List<Item> more) {
        for (Item item : more) {
            items.removeIf(i -> i.path().equals(item.path()));
            items.add(item);
        }
        changed();
    }

    /** Moves the item at {@code from} so that it stands at {@code to}. */
    void move(int from, int to) {
        if (from != to && from >= 0 && from < items.size() && to >= 0 && to < items.size()) {
            items.add(to, items.remove(from));
            changed();
        }
    }

    void enable(int index, boolean enabled) {
        items.set(index, items.get(index).enabled(enabled));
        changed();
    }

    void remove(int index) {
        items.remove(index);
        changed();
    }

    /** The draft as it was when kernels were last loaded. */
    void revert() {
        items.clear();
        items.addAll(atRest);
        changed();
    }

    /** These kernels are loaded now: they are on top of the draft, in this order, and whatever else is on it is not enabled. */
    void loaded(List<Item> now) {
        items.removeIf(i -> now.stream().anyMatch(n -> n.path().equals(i.path())));
        items.replaceAll(i -> i.enabled(false));
        items.addAll(now);
        settled();
    }

    /** The draft itself is loaded now. */
    void settled() {
        settled(items);
    }

    /** A draft of before is loaded now; what was changed since stays a draft. */
    void settled(List<Item> then) {
        atRest = List.copyOf(then);
        loaded = then.stream().filter(Item::enabled).map(Item::appraisal).toList();
        changed();
    }

    /** Whether the draft would load something else, or in another order. */
    boolean isPending() {
        return !wanted().equals(loaded.stream().map(Appraisal::path).toList());
    }

    /** Who wins where now; of many segments as soon as that is worked out. */
    Precedence precedence() {
        return now.of(contents(loaded));
    }

    /** Who would win where; of many segments as soon as that is worked out. */
    Precedence drafted() {
        return isPending()
                ? draft.of(contents(items.stream()
                        .filter(Item::enabled)
                        .map(Item::appraisal)
                        .toList()))
                : precedence();
    }

    /** What loading the draft would change, by body and time; of many segments as soon as that is worked out. */
    List<Precedence.Change> changes() {
        if (!isPending()) {
            return List.of();
        }
        Precedence before = precedence();
        Precedence after = drafted();
        if (before != unchanged || after != changed) {
            unchanged = before;
            changed = after;
            if (before.bodies().size() + after.bodies().size() <= Reckoning.AT_ONCE) {
                changes = after.since(before);
            } else {
                changes = List.of();
                aside.work(() -> after.since(before), found -> {
                    if (before == unchanged && after == changed) {
                        changes = found;
                    }
                });
            }
        }
        return changes;
    }

    /**
     * Which of the tints of kernels a file has, on every page alike and whatever the order: the first that was free when
     * it came, kept until it is neither on the shelf nor loaded. -1 for a file that is neither.
     */
    int tint(Path path) {
        return tints.getOrDefault(path, -1);
    }

    /** Puts what was learnt anew of files in the place of what was known of them. */
    void renew(List<Appraisal> anew) {
        for (Appraisal appraisal : anew) {
            items.replaceAll(i -> renewed(i, appraisal));
            atRest = atRest.stream().map(i -> renewed(i, appraisal)).toList();
            loaded = loaded.stream()
                    .map(a -> a.path().equals(appraisal.path()) ? appraisal : a)
                    .toList();
        }
        changed();
    }

    private static Item renewed(Item item, Appraisal appraisal) {
        return item.path().equals(appraisal.path())
                ? new Item(appraisal, item.place(), item.enabled(), item.note())
                : item;
    }

    private void changed() {
        List<Path> present = new ArrayList<>(items.stream().map(Item::path).toList());
        loaded.forEach(a -> present.add(a.path()));
        tints.keySet().retainAll(present);
        for (Path path : present) {
            if (!tints.containsKey(path)) {
                int free = 0;
                while (tints.containsValue(free)) {
                    free++;
                }
                tints.put(path, free);
            }
        }
    }

    private static List<KernelContents> contents(List<Appraisal> appraisals) {
        return appraisals.stream().flatMap(a -> a.contents().stream()).toList();
    }
}
