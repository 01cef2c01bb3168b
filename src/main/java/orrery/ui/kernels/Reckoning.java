package orrery.ui.kernels;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orrery.library.KernelContents;
import orrery.library.Precedence;

/**
 * The winners over time in a list of kernels, computed on demand: immediately for few segments, else in the background,
 * with no winners until it has finished. Confined to one thread, except for the background work.
 */
final class Reckoning {
    /** This many take less than a frame. */
    static final int AT_ONCE = 5_000;

    /** The executor of long work, and how its outcome returns to the requesting thread. */
    @FunctionalInterface
    interface Aside {
        <T> void work(Supplier<T> what, Consumer<T> then);
    }

    private static final Precedence NONE = Precedence.of(List.of());

    private final Aside aside;
    private List<KernelContents> requested = List.of();
    private Precedence known = NONE;

    Reckoning(Aside aside) {
        this.aside = aside;
    }

    /** The winners in these kernels, highest precedence last, as far as they are known. */
    Precedence of(List<KernelContents> kernels) {
        if (isOf(kernels)) {
            return known;
        }
        requested = kernels;
        if (kernels.stream().mapToLong(k -> k.segments().size()).sum() <= AT_ONCE) {
            known = Precedence.of(kernels);
        } else {
            known = NONE;
            aside.work(() -> Precedence.of(kernels), found -> {
                // Others may have been requested meanwhile.
                if (isOf(kernels)) {
                    known = found;
                }
            });
        }
        return known;
    }

    /** Whether these were requested last: compared by identity, because comparing contents takes long too. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(List<KernelContents> kernels) {
        if (kernels.size() != requested.size()) {
            return false;
        }
        for (int i = 0; i < kernels.size(); i++) {
            if (kernels.get(i) != requested.get(i)) {
                return false;
            }
        }
        return true;
    }
}
