package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapSamplerTest {
    private static List<WorkerRecorder> workers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WorkerRecorder.closedLoop("test", "w" + i))
                .toList();
    }

    @Test
    void workersThatStandInsideAreInsideTogether() {
        List<WorkerRecorder> workers = workers(5);
        OverlapSampler sampler = new OverlapSampler(workers);
        assertThat(sampler.look()).isZero();
        workers.subList(0, 3).forEach(worker -> worker.begin(2));
        assertThat(sampler.look()).isEqualTo(3);
        workers.subList(3, 5).forEach(worker -> worker.begin(4));
        assertThat(sampler.look()).isEqualTo(5);
        workers.forEach(worker -> worker.end(WorkerRecorder.NOT_TIMED));
        assertThat(sampler.look()).isZero();

        Overlap seen = sampler.overlap();
        assertThat(seen.most()).isEqualTo(seen.workers());
        assertThat(seen.looks()).isEqualTo(4);
        assertThat(seen.looksWith(0)).isEqualTo(2);
        assertThat(seen.looksWith(3)).isEqualTo(1);
        assertThat(seen.mean()).isEqualTo(2);
    }

    @Test
    void aTagIsTogetherOnlyWhereTwoQueriesOfItAreOpenAtOnce() {
        List<WorkerRecorder> workers = workers(3);
        OverlapSampler sampler = new OverlapSampler(workers);
        workers.get(0).begin(1);
        workers.get(1).begin(2);
        sampler.look();
        assertThat(sampler.overlap().tagsTogether()).isZero();
        workers.get(2).begin(2);
        sampler.look();
        assertThat(sampler.overlap().together(2)).isTrue();
        assertThat(sampler.overlap().together(1)).isFalse();
    }

    @Test
    void workersThatMovedOnBetweenTheReadingsAreNoProofOfEachOther() {
        List<WorkerRecorder> workers = workers(3);
        OverlapSampler sampler = new OverlapSampler(workers);
        workers.forEach(worker -> worker.begin(5));
        sampler.readFirst();
        for (WorkerRecorder moving : workers.subList(0, 2)) {
            moving.end(WorkerRecorder.NOT_TIMED);
            moving.begin(5);
        }
        sampler.readSecond();
        assertThat(sampler.judge())
                .as("one that stood and at most one that moved")
                .isEqualTo(2);
        assertThat(sampler.overlap().tagsTogether()).isZero();

        sampler.readFirst();
        sampler.readSecond();
        workers.forEach(worker -> worker.end(WorkerRecorder.NOT_TIMED));
        assertThat(sampler.judge()).as("none stood until the third reading").isEqualTo(1);
    }

    /** From now on each of these remembers its queries; queries begun earlier have ended. */
    private static void remembering(OverlapSampler sampler, List<WorkerRecorder> workers) {
        sampler.rememberStretches(true);
        for (WorkerRecorder worker : workers) {
            for (int i = 0; i < 3 * WorkerRecorder.ONE_IN; i++) {
                worker.end(worker.begin(9));
            }
        }
    }

    @Test
    void moversWhoseStretchesCoverOneInstantWereInsideTogether() {
        List<WorkerRecorder> workers = workers(5);
        OverlapSampler sampler = new OverlapSampler(workers);
        remembering(sampler, workers);
        workers.get(4).begin(7);
        sampler.readFirst();
        long[] starts = workers.subList(0, 3).stream()
                .mapToLong(worker -> worker.begin(5))
                .toArray();
        long other = workers.get(3).begin(6);
        for (int i = 0; i < 3; i++) {
            workers.get(i).end(starts[i]);
        }
        workers.get(3).end(other);
        sampler.readSecond();
        assertThat(sampler.judge()).as("four that moved, one that stood").isEqualTo(5);
        assertThat(sampler.overlap().together(5)).isTrue();
        assertThat(sampler.overlap().together(6)).isFalse();
        assertThat(sampler.overlap().together(7)).isFalse();
    }

    @Test
    void moversThatWereInsideOneAfterAnotherWereNot() {
        List<WorkerRecorder> workers = workers(3);
        OverlapSampler sampler = new OverlapSampler(workers);
        remembering(sampler, workers);
        sampler.readFirst();
        workers.forEach(worker -> worker.end(worker.begin(5)));
        sampler.readSecond();
        assertThat(sampler.judge()).isEqualTo(1);
        assertThat(sampler.overlap().tagsTogether()).isZero();
    }

    @Test
    void stretchesOfBeforeTheLookDoNotCount() {
        List<WorkerRecorder> workers = workers(2);
        OverlapSampler sampler = new OverlapSampler(workers);
        remembering(sampler, workers);
        long one = workers.get(0).begin(5);
        long two = workers.get(1).begin(5);
        workers.get(0).end(one);
        workers.get(1).end(two);
        sampler.readFirst();
        sampler.readSecond();
        assertThat(sampler.judge()).isZero();
        assertThat(sampler.overlap().tagsTogether()).isZero();
    }

    @Test
    void severalMoveWhereMostLooksFindMoreThanOneThatDid() {
        List<WorkerRecorder> workers = workers(3);
        OverlapSampler sampler = new OverlapSampler(workers);
        for (int look = 0; look < 50; look++) {
            assertThat(sampler.severalMove()).isEqualTo(look >= 40);
            sampler.readFirst();
            workers.subList(0, 2).forEach(worker -> worker.end(worker.begin(1)));
            sampler.readSecond();
            sampler.judge();
        }
        for (int look = 0; look < 60; look++) {
            sampler.readFirst();
            workers.getFirst().end(workers.getFirst().begin(1));
            sampler.readSecond();
            sampler.judge();
        }
        assertThat(sampler.severalMove()).as("one of two cores looks").isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void workersThatExcludeEachOtherAreNeverFoundInsideTogether(boolean remembered) throws Exception {
        List<WorkerRecorder> workers = workers(4);
        OverlapSampler sampler = new OverlapSampler(workers);
        sampler.rememberStretches(remembered);
        Lock one = new ReentrantLock();
        List<Thread> threads = workers.stream()
                .map(worker -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        one.lock();
                        try {
                            worker.end(worker.begin(9));
                        } finally {
                            one.unlock();
                        }
                    }
                }))
                .toList();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            assertThat(sampler.look()).isLessThanOrEqualTo(1);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sampler.overlap().tagsTogether()).isZero();
        assertThat(workers).allMatch(worker -> worker.queries() == 100_000);
    }

    @Test
    void itsOwnThreadLooksUntilItIsStopped() {
        List<WorkerRecorder> workers = workers(2);
        workers.forEach(WorkerRecorder::begin);
        OverlapSampler sampler = new OverlapSampler(workers);
        sampler.start(Duration.ofMillis(1));
        long marks = workers.getFirst().marks();
        Overlap seen = sampler.stop();
        assertThat(marks).isOdd();
        assertThat(seen.looks()).isGreaterThanOrEqualTo(0);
        assertThat(seen.most()).isEqualTo(seen.looks() == 0 ? 0 : 2);
    }
}
