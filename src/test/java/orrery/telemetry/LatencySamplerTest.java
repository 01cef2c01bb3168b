package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LatencySamplerTest {
    private final List<WorkerRecorder> workers = new ArrayList<>();
    private final LatencySampler sampler = new LatencySampler(() -> workers);

    private static void query(WorkerRecorder worker, int times) {
        for (int i = 0; i < times; i++) {
            worker.end(worker.begin());
        }
    }

    private LatencySample sample(long nanos) {
        LatencySample sample = (LatencySample) sampler.sample(nanos);
        assertThat(sample).isNotNull();
        return Objects.requireNonNull(sample);
    }

    @Test
    void groupsAreToldApartAndAnIntervalHoldsOnlyItsOwnQueries() {
        assertThat(sampler.sample(0)).as("no workers, nothing to say").isNull();
        WorkerRecorder audit = WorkerRecorder.closedLoop("audit", "a", 1, 8);
        WorkerRecorder service = WorkerRecorder.closedLoop("service", "s", 1, 8);
        workers.add(audit);
        workers.add(service);
        query(audit, 10);
        query(service, 3);
        LatencySample first = sample(1_000_000_000);
        assertThat(first.groups()).extracting(LatencySample.Group::name).containsExactly("audit", "service");
        assertThat(first.groups()).extracting(LatencySample.Group::queries).containsExactly(10L, 3L);
        assertThat(first.rate()).isEqualTo(13);

        query(audit, 4);
        audit.fail(audit.begin());
        LatencySample.Group second = sample(1_500_000_000).groups().getFirst();
        assertThat(second.queries()).isEqualTo(5);
        assertThat(second.failures()).isEqualTo(1);
        assertThat(second.service().count())
                .as("the failure is in no percentile")
                .isEqualTo(4);
        assertThat(second.total().queries()).isEqualTo(15);
        assertThat(second.total().service().count()).isEqualTo(14);
    }

    @Test
    void aRecorderThatIsNoLongerRegisteredStaysInTheSumsAndIsCountedOnce() {
        WorkerRecorder first = WorkerRecorder.closedLoop("audit", "a", 1, 8);
        workers.add(first);
        query(first, 5);
        sample(1);
        query(first, 2);
        workers.remove(first);
        LatencySample.Group after = sample(2).groups().getFirst();
        assertThat(after.queries()).as("what it did since the look before").isEqualTo(2);
        assertThat(after.workers()).isZero();
        LatencySample.Group later = sample(3).groups().getFirst();
        assertThat(later.queries()).isZero();
        assertThat(later.total().queries()).isEqualTo(7);
        assertThat(later.total().service().count()).isEqualTo(7);
    }

    @Test
    void serviceAndResponseTimesAreNamedApart() {
        WorkerRecorder worker = WorkerRecorder.fixedRate("load", "w", 64);
        workers.add(worker);
        long start = worker.begin();
        worker.endScheduled(start, start - 1_000_000_000);
        LatencySample sample = sample(1);
        LatencySample.Group group = sample.groups().getFirst();
        assertThat(group.response().max()).isGreaterThanOrEqualTo(1_000_000_000);
        assertThat(group.service().max()).isLessThan(group.response().max());
        assertThat(sample.lines().getFirst().figures())
                .extracting(SampleFigure::name)
                .contains("service-p99", "response-p99")
                .doesNotHaveDuplicates();
    }
}
