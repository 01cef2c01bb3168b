package orrery.ui.kernels;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orrery.library.KernelContents;
import orrery.library.Precedence;

/**
 * Who answers where in a list of kernels, worked out when it is asked: at once where they have few segments, else aside, and
 * until that has come to its end nobody is said to answer. Confined to one thread; the work is not.
 */
final class Reckoning {
    /** Takes less than a frame. */
    static final int AT_ONCE = 5_000;

    /** Where long work is done, and how its end comes back to the thread that asked. */
    @FunctionalInterface
    interface Aside {
        <T> void work(Supplier<T> what, Consumer<T> then);
    }

    private static final Precedence NONE = Precedence.of(List.of());

    private final Aside aside;
    private List<KernelContents> asked = List.of();
    private Precedence known = NONE;

    Reckoning(Aside aside) {
        this.aside = aside;
    }

    /** Who answers in these kernels, of highest precedence last, as far as it is known. */
    Precedence of(List<KernelContents> kernels) {
        if (isOf(kernels)) {
            return known;
        }
        asked = kernels;
        if (kernels.stream().mapToLong(k -> k.segments().size()).sum() <= AT_ONCE) {
            known = Precedence.of(kernels);
        } else {
            known = NONE;
            aside.work(() -> Precedence.of(kernels), found -> {
                // Others may have been asked for meanwhile.
                if (isOf(kernels)) {
                    known = found;
                }
            });
        }
        return known;
    }

    /** Whether these were asked for last: the very same, for comparing them is long, too. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOf(List<KernelContents> kernels) {
        if (kernels.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < kernels.size(); i++) {
            if (kernels.get(i) != asked.get(i)) {
                return false;
            }
        }
        return true;
    }
}
