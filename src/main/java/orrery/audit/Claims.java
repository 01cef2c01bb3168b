package orrery.audit;

import java.util.List;

/** All claims, in the order of the ledger. */
public final class Claims {
    private static final List<Claim> ALL = List.of(
            // A1
            new IdenticalOutputs(),
            // A2
            new NoContamination(),
            // A3
            new HandleIsolation(),
            // A4
            new RightAnswers(),
            // B1
            new NothingAllocated(),
            // B2
            new MappingDiscipline(),
            // B3
            new NoLeak(),
            // B4
            new FileUntouched(),
            // C1
            new OneAcquisition(),
            // C2
            new ConcurrentReading(),
            // D1
            new PoolContention(),
            // E1
            new OverrideUnderAsync(),
            // F1
            new FaultsContained(),
            // G1
            new Liveness(),
            // S1
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
