package orrery.audit;

import java.util.List;

/**
 * The deliberately broken readers, each with the claims expected to catch it, the likeliest first. A window may put one
 * in the reader's place, to see it refuted.
 */
public final class Mutants {
    /**
     * A broken reader and the claims expected to catch it.
     *
     * @param alone whether the defect shows in answers to a single thread, unless the states of a kernel are such that
     * it makes no difference
     */
    public record Mutant(Subject subject, String breaks, List<String> suspects, boolean alone) {
        Mutant(Subject subject, String breaks, List<String> suspects) {
            this(subject, breaks, suspects, false);
        }
    }

    private Mutants() {}

    /** New instances of all of them: a mutant keeps what it has spoilt. */
    public static List<Mutant> all() {
        return List.of(
                new Mutant(new SharedScratchReader(), "queries share one scratch buffer", List.of("A1", "A2")),
                new Mutant(new UnlockedOpenReader(), "the lazy open is not synchronized", List.of("C1")),
                new Mutant(new UncheckedCloseReader(), "a closed handle is not checked for", List.of("A3")),
                new Mutant(
                        new CursorReader(), "a segment keeps a cursor, as a file has a position", List.of("A2", "A1")),
                new Mutant(new LeakingOverrideReader(), "an override outlives its task", List.of("E1")),
                new Mutant(new AllocatingReader(), "each query allocates its result", List.of("B1")),
                new Mutant(new LockingReader(), "queries take a lock", List.of("C2")),
                new Mutant(new TornSwapReader(), "a swap is made kernel by kernel", List.of("D1")),
                new Mutant(
                        new RoundingReader(), "states are rounded to single precision on the way", List.of("A4"), true),
                new Mutant(new ForgetfulCloseReader(), "closing does not release the file", List.of("A3")));
    }

    /** The binding itself, for comparison. */
    public static Subject sound() {
        return BindingSubject.ofItsOwn();
    }

    /** The broken reader with this name. */
    static Subject named(String name) {
        return all().stream()
                .map(Mutant::subject)
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseGet(BindingSubject::ofItsOwn);
    }
}
