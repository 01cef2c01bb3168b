package orrery.schedules;

import java.util.Collection;
import java.util.List;
import org.pastalab.fray.core.ThreadContext;
import org.pastalab.fray.core.randomness.Randomness;
import org.pastalab.fray.core.scheduler.POSScheduler;
import org.pastalab.fray.core.scheduler.Scheduler;

/**
 * Fray's partial order sampling, which counts its choices, that is the steps at which more than one thread could run,
 * and keeps a digest of what it chose. Two searches with one digest went through the same schedules.
 */
final class CountedChoices extends Scheduler {
    /** Of all schedules of a search. */
    static final class Tally {
        private long choices;
        private long digest = 1;

        private void add(int chosen, int among, String step) {
            choices++;
            digest = 31 * (31 * (31 * digest + chosen) + among) + step.hashCode();
        }

        /** Whether there was no choice at all: the scheduler does not see the threads. */
        boolean isEmpty() {
            return choices == 0;
        }

        @Override
        public String toString() {
            return choices + " choices, digest " + Long.toHexString(digest);
        }
    }

    private final POSScheduler sampling;
    private final Tally tally;

    CountedChoices(Randomness randomness, Tally tally) {
        super(randomness);
        this.sampling = new POSScheduler(randomness);
        this.tally = tally;
    }

    @Override
    public ThreadContext scheduleNextOperation(List<ThreadContext> able, Collection<ThreadContext> all) {
        ThreadContext chosen = sampling.scheduleNextOperation(able, all);
        if (able.size() > 1) {
            tally.add(
                    chosen.getIndex(),
                    able.size(),
                    chosen.getPendingOperation().getClass().getSimpleName());
        }
        return chosen;
    }

    @Override
    public Scheduler nextIteration(Randomness randomness) {
        return new CountedChoices(randomness, tally);
    }
}
