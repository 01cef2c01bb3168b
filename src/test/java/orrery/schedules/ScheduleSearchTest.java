package orrery.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.Concurrent;

/**
 * The binding's protocols under a controlled scheduler: every racy mutant falls within {@value #SCHEDULES} schedules,
 * the number of its schedule replays the failure, and the binding itself survives as many as time allows. One schedule
 * is replayed by
 *
 * <pre>{@code mvn test -Dtest=ScheduleSearchTest#replay -Dorrery.schedule=publish-against-query:torn-swap:13}</pre>
 */
@Concurrent
class ScheduleSearchTest {
    /** The number of schedules within which a mutant fails. */
    private static final int SCHEDULES = 60;

    /** How many schedules each protocol survives in the ordinary suite, and in the long one. */
    private static final int FEW = 40;

    private static final int MANY = Integer.getInteger("orrery.schedules", 100_000);

    /** One result. */
    private record Result(String protocol, String subject, String outcome, int number, String words) {
        static Result of(String line) {
            String[] parts = line.substring(ScheduleSearch.RESULT.length()).split(" ", 5);
            return new Result(
                    parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), parts.length > 4 ? parts[4] : "");
        }

        String replay() {
            return protocol + ":" + subject + ":" + number;
        }
    }

    /** A mutant, and the protocol that it breaks. */
    private record Racy(String subject, Protocol protocol) {}

    private static final List<Racy> RACY = List.of(
            new Racy("shared-scratch-buffer", Protocol.TWO_QUERIES),
            new Racy("cursor-based-segment", Protocol.TWO_QUERIES),
            new Racy("unsynchronized-lazy-open", Protocol.LAZY_OPEN),
            new Racy("close-without-check", Protocol.CLOSE_AGAINST_READ),
            new Racy("torn-swap", Protocol.PUBLISH_AGAINST_QUERY),
            new Racy("leaking-override", Protocol.SCOPE_CAPTURE));

    @TempDir
    private Path kernels;

    @BeforeEach
    void isForThisSystem() {
        assumeTrue(FrayRuntime.isForThisSystem(), "Fray's native agent is here for Linux on x86-64 only");
    }

    private static FrayRuntime runtime() throws IOException, InterruptedException {
        return FrayRuntime.in(Path.of(System.getProperty("orrery.data", "target/test-data")));
    }

    private List<Result> run(List<String> jobs) throws IOException, InterruptedException {
        return run(kernels, jobs, false, false);
    }

    private static List<Result> run(Path kernels, List<String> jobs, boolean everyStep, boolean many)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(ScheduleSearch.SELF_CHECK + ":none:0:50"));
        all.addAll(jobs);
        List<String> arguments = new ArrayList<>(everyStep ? List.of(ScheduleSearch.EVERY_STEP) : List.of());
        arguments.addAll(all);
        List<Result> results = results(runtime().command(kernels, arguments, many));
        assertThat(results.getFirst().outcome())
                .as("the scheduler is at work: it finds an update that is lost")
                .isEqualTo("failed");
        assertThat(results).as("every job has a result").hasSize(all.size());
        return results.subList(1, results.size());
    }

    private static List<Result> results(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<Result> results = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ScheduleSearch.RESULT)) {
                    results.add(Result.of(line));
                } else {
                    said.append(line).append('\n');
                    said.delete(0, Math.max(0, said.length() - 20_000));
                }
            }
        }
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return results;
    }

    @Test
    void everyRacyMutantFallsAndItsScheduleReplaysTheFailure() throws Exception {
        List<Result> found = run(RACY.stream()
                .map(racy -> racy.protocol().wireName() + ":" + racy.subject() + ":0:" + SCHEDULES)
                .toList());
        assertThat(found).allSatisfy(result -> assertThat(result.outcome()).isEqualTo("failed"));
        List<Result> again =
                run(found.stream().map(result -> result.replay() + ":1").toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(again.get(i)).as("schedule " + found.get(i).replay()).isEqualTo(found.get(i));
        }
    }

    @Test
    void theBindingSurvivesEveryProtocol() throws Exception {
        assertSurvived(run(jobs(Arrays.asList(Protocol.values()), FEW)), FEW);
    }

    private static List<String> jobs(List<Protocol> protocols, int schedules) {
        return protocols.stream()
                .map(protocol -> protocol.wireName() + ":sound:0:" + schedules)
                .toList();
    }

    private static void assertSurvived(List<Result> results, int schedules) {
        assertThat(results).allSatisfy(result -> {
            assertThat(result.outcome())
                    .as(result.words() + " (replay: -Dorrery.schedule=" + result.replay() + ")")
                    .isEqualTo("survived");
            assertThat(result.number()).isEqualTo(schedules);
        });
    }

    /** Each process runs one thread at a time, so that there is one for each processor. */
    @Tag("long")
    @Test
    void theBindingSurvivesVeryManySchedules() throws Exception {
        try (ExecutorService processes =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Result>>> searches = new ArrayList<>();
            for (Protocol protocol : Protocol.values()) {
                searches.add(processes.submit(() -> {
                    List<Result> results =
                            run(kernels.resolve(protocol.wireName()), jobs(List.of(protocol), MANY), false, true);
                    System.out.println(results);
                    return results;
                }));
            }
            for (Future<List<Result>> search : searches) {
                assertSurvived(search.get(), MANY);
            }
        }
    }

    /** What {@link AloneDelegate} leaves out changes no choice. */
    @Test
    void stepsOfAThreadThatIsAloneLeaveNoChoice() throws Exception {
        List<String> jobs =
                jobs(List.of(Protocol.LAZY_OPEN, Protocol.PUBLISH_AGAINST_QUERY, Protocol.SCOPE_CAPTURE), 5);
        List<Result> all = run(kernels, jobs, true, false);
        assertThat(all).allSatisfy(result -> assertThat(result.words()).matches("[1-9][0-9]* choices, digest .+"));
        assertThat(run(jobs)).isEqualTo(all);
    }

    @Test
    void withoutInstrumentationTheSelfCheckFails() throws Exception {
        assertThat(uncontrolled())
                .singleElement()
                .satisfies(result -> assertThat(result.outcome()).isEqualTo("uncontrolled"));
    }

    private List<Result> uncontrolled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        runtime().uninstrumented(kernels, List.of(ScheduleSearch.SELF_CHECK + ":none:0:50")))
                .redirectErrorStream(true)
                .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.filter(line -> line.startsWith(ScheduleSearch.RESULT))
                    .map(Result::of)
                    .toList();
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "orrery.schedule",
            matches = ".+",
            disabledReason = "names the one schedule to be replayed: PROTOCOL:SUBJECT:NUMBER")
    void replay() throws Exception {
        assertThat(run(List.of(System.getProperty("orrery.schedule") + ":1")))
                .allSatisfy(result ->
                        assertThat(result.outcome()).as(result.words()).isEqualTo("survived"));
    }
}
