package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No method calls itself, directly or indirectly, to a depth that a file could choose. The few recursive methods are
 * listed here with their bounds. Calls are followed to the method that they name, but not through interfaces.
 */
class RecursionTest {
    /** Methods that can be reached from themselves, and their bound. */
    private static final Map<String, String> BOUNDED = Map.of(
            "orrery.forge.GranuleSearch.part", "DEEPEST halvings",
            "orrery.ui.orrery.PathPainter.piece", "DEEPEST halvings, a place of a stack of its own each",
            "orrery.ui.orrery.Axes.turningWith", "once, with a direction that is not along the first",
            "orrery.cli.Failure.of", "the causes of an exception",
            "orrery.ui.fx.Views.scrollPlainly", "the depth of the window's own nodes",
            "orrery.ui.shell.Overlay.gather", "the depth of the window's own nodes",
            "orrery.ui.kernels.LoadingEffect.of", "once, with the first of many changes",
            "orrery.ui.kernels.KernelTasks.message", "the causes of an exception");

    /** Reads the guide's own pages, which are in the jar: as deep as their nested lists and bold words. */
    private static final String GUIDE = "orrery.ui.guide.GuideParser.";

    @Test
    void noDepthComesFromAFile() {
        Map<JavaCodeUnit, Set<JavaCodeUnit>> calls = new HashMap<>();
        for (JavaClass type : ProgramClasses.all()) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                Set<JavaCodeUnit> to = new HashSet<>();
                for (JavaAccess<?> call : unit.getCallsFromSelf()) {
                    // What runs later, on a pulse or another thread, is not on the stack.
                    if (!call.isDeclaredInLambda()
                            && call.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called) {
                        to.add(called);
                    }
                }
                calls.put(unit, to);
            }
        }
        assertThat(calls).hasSizeGreaterThan(5_000);
        Set<String> found = new TreeSet<>();
        for (JavaCodeUnit unit : ring(calls)) {
            String name = unit.getOwner().getName() + "." + unit.getName();
            if (!name.startsWith(GUIDE)) {
                found.add(name);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(BOUNDED.keySet());
    }

    /**
     * What remains when all methods that call none of the rest, or are called by none of it, have been removed
     * repeatedly.
     */
    private static Set<JavaCodeUnit> ring(Map<JavaCodeUnit, Set<JavaCodeUnit>> calls) {
        Set<JavaCodeUnit> left = new HashSet<>(calls.keySet());
        boolean fewer = true;
        while (fewer) {
            Set<JavaCodeUnit> called = new HashSet<>();
            left.forEach(unit -> called.addAll(calls.getOrDefault(unit, Set.of())));
            fewer = left.removeIf(unit -> !called.contains(unit)
                    || calls.getOrDefault(unit, Set.of()).stream().noneMatch(left::contains));
        }
        return left;
    }
}
