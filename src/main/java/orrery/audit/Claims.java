package orrery.audit;

import java.util.List;

/** All claims, in the order of the ledger. */
public final class Claims {
    private static final List<Claim> ALL = List.of(
            new IdenticalOutputs(),
            new NoContamination(),
            new HandleIsolation(),
            new RightAnswers(),
            new NothingAllocated(),
            new MappingDiscipline(),
            new NoLeak(),
            new FileUntouched(),
            new OneAcquisition(),
            new ConcurrentReading(),
            new PoolContention(),
            new OverrideUnderAsync(),
            new FaultsContained(),
            new Liveness(),
            new AuditCanFail());

    private Claims() {}

    /** All of them. */
    public static List<Claim> all() {
        return ALL;
    }

    /** Their identifiers. */
    public static List<String> ids() {
        return ALL.stream().map(Claim::id).toList();
    }
}
