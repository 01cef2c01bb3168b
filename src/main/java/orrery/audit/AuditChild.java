package orrery.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The main class of a child process: runs one examination and prints its finding on one line. */
public final class AuditChild {
    private AuditChild() {}

    /**
     * Runs one examination.
     *
     * @param arguments the examination, the reader's name, the seed, the queries per burst, then the kernels
     */
    public static void main(String[] arguments) throws JsonProcessingException {
        String what = arguments[0];
        List<Path> kernels = Arrays.stream(arguments).skip(4).map(Path::of).toList();
        AuditPlan plan = AuditPlan.of(AuditPreset.LEDGER, kernels)
                .withSeed(Long.parseLong(arguments[2]))
                .withQueries(Integer.parseInt(arguments[3]));
        Finding finding;
        try (Subject subject = Mutants.named(arguments[1]);
                ClaimContext context = new ClaimContext(plan, subject, new StopSignal(), new AuditProgress())) {
            finding = switch (what) {
                case "mapping" -> new MappingExam(context).examine();
                case "leaks" -> new LeakExam(context).examine();
                case "faults" -> new FaultExam(context).examine();
                default -> throw new IllegalArgumentException("no examination \"" + what + "\"");
            };
        }
        System.out.println(ChildProcess.FINDING + new ObjectMapper().writeValueAsString(FindingJson.write(finding)));
        System.out.flush();
        // Threads left behind by a broken reader must not keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    /** What a child needs to know about a run. */
    static List<String> arguments(String what, ClaimContext context) {
        AuditPlan plan = context.plan();
        List<String> arguments = new ArrayList<>(List.of(
                what,
                context.subject().name(),
                Long.toString(plan.seed()),
                Integer.toString(Math.min(plan.queries(), AuditPreset.LEDGER.queries()))));
        plan.kernels().forEach(path -> arguments.add(path.toAbsolutePath().toString()));
        return arguments;
    }
}
