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
 * The kernels that the user works with, in order: a draft, and what is loaded now. Changing the draft loads nothing;
 * {@link #changes} describes the effect first. Independent of any control.
 *
 * <p>Confined to one thread.
 */
final class Shelf {
    /**
     * One kernel on the shelf.
     *
     * @param appraisal the kernel's appraisal
     * @param place where it came from
     * @param enabled whether to load it
     * @param note an additional remark, such as that it changed since a session was saved; empty if none
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

    /** @param aside executor of long work */
    Shelf(Reckoning.Aside aside) {
        this.aside = aside;
        this.now = new Reckoning(aside);
        this.draft = new Reckoning(aside);
    }

    /** The draft, highest precedence last. */
    List<Item> items() {
        return List.copyOf(items);
    }

    /** What is loaded now, highest precedence last. */
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

    /** Puts kernels on top of the draft; one that is already there moves. */
    void add(List<Item> more) {
        for (Item item : more) {
            items.removeIf(i -> i.path().equals(item.path()));
            items.add(item);
        }
        changed();
    }

    /** Moves the item at {@code from} to {@code to}. */
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

    /** Restores the draft as it was when kernels were last loaded. */
    void revert() {
        items.clear();
        items.addAll(atRest);
        changed();
    }

    /**
     * These kernels are now loaded: they are on top of the draft, in this order, and everything else on it is disabled.
     */
    void loaded(List<Item> now) {
        items.removeIf(i -> now.stream().anyMatch(n -> n.path().equals(i.path())));
        items.replaceAll(i -> i.enabled(false));
        items.addAll(now);
        settled();
    }

    /** The draft itself is now loaded. */
    void settled() {
        settled(items);
    }

    /** An earlier draft is now loaded; later changes remain a draft. */
    void settled(List<Item> then) {
        atRest = List.copyOf(then);
        loaded = then.stream().filter(Item::enabled).map(Item::appraisal).toList();
        changed();
    }

    /** Whether the draft would load something else, or in another order. */
    boolean isPending() {
        return !wanted().equals(loaded.stream().map(Appraisal::path).toList());
    }

    /** The current winners over time; with many segments, once they have been computed. */
    Precedence precedence() {
        return now.of(contents(loaded));
    }

    /** The winners over time if the draft were loaded; with many segments, once they have been computed. */
    Precedence drafted() {
        return isPending()
                ? draft.of(contents(items.stream()
                        .filter(Item::enabled)
                        .map(Item::appraisal)
                        .toList()))
                : precedence();
    }

    /** What loading the draft would change, by body and time; with many segments, once it has been computed. */
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
     * The tint of a file's kernel, the same on every page and in any order: the first that was free when the file came,
     * kept until it is neither on the shelf nor loaded. -1 for a file that is neither.
     */
    int tint(Path path) {
        return tints.getOrDefault(path, -1);
    }

    /** Replaces what was known about files by newer results. */
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
