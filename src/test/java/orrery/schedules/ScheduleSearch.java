package orrery.schedules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pastalab.fray.core.TestRunner;
import org.pastalab.fray.core.command.Configuration;
import org.pastalab.fray.core.command.ExecutionInfo;
import org.pastalab.fray.core.command.Executor;
import org.pastalab.fray.core.command.NetworkDelegateType;
import org.pastalab.fray.core.command.SystemTimeDelegateType;
import org.pastalab.fray.core.observers.TimelineCoverageType;
import org.pastalab.fray.core.randomness.ControlledRandom;
import org.pastalab.fray.core.randomness.Randomness;
import org.pastalab.fray.runtime.Delegate;
import orrery.audit.Mutants;
import orrery.audit.Subject;

/**
 * Runs protocols under Fray's controlled scheduler (partial order sampling), one schedule after another. Schedule
 * {@code n} is the one that the random numbers of seed {@code n} choose, so that its number alone replays it. To be run
 * in the virtual machine that {@link FrayRuntime} makes. In any other, threads run as they like and may lose an update
 * by luck; whatever came out, the job is called uncontrolled there, because the scheduler had no choice to make.
 *
 * <pre>{@code FOLDER PROTOCOL:SUBJECT:FIRST:COUNT ...}</pre>
 *
 * <p>A line of output a job: {@code PROTOCOL SUBJECT survived N CHOICES}, {@code PROTOCOL SUBJECT failed N WORDS} or
 * {@code PROTOCOL SUBJECT uncontrolled N}, {@code N} the number of schedules, or that of the failing one. With
 * {@value #EVERY_STEP} before the jobs, Fray is told every step, also those at which there is nothing to choose ({@link
 * AloneDelegate}).
 */
public final class ScheduleSearch {
    /** The protocol that proves that the instrumentation works. */
    static final String SELF_CHECK = "self-check";

    /** Passes every step to Fray. */
    static final String EVERY_STEP = "every-step";

    /** Begins each result line, because Fray prints other lines. */
    static final String RESULT = "RESULT ";

    private static final int FOR_EVER = 10_000_000;
    private static final long NANOS = 100_000;

    private ScheduleSearch() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Kernels kernels = Kernels.in(folder);
        boolean every = arguments.length > 1 && arguments[1].equals(EVERY_STEP);
        UnaryOperator<Delegate> before = every ? UnaryOperator.identity() : AloneDelegate::before;
        for (int i = every ? 2 : 1; i < arguments.length; i++) {
            String[] job = arguments[i].split(":", -1);
            int first = Integer.parseInt(job[2]);
            int count = Integer.parseInt(job[3]);
            String outcome = job[0].equals(SELF_CHECK)
                    ? search(new Once(ScheduleSearch::lostUpdate, before), folder, first, count)
                    : search(new Once(of(Protocol.named(job[0]), job[1], kernels), before), folder, first, count);
            System.out.println("\n" + RESULT + job[0] + " " + job[1] + " " + outcome);
            System.out.flush();
        }
        // Fray's own threads need not be waited for.
        Runtime.getRuntime().halt(0);
    }

    private static Runnable of(Protocol protocol, String subject, Kernels kernels) {
        Supplier<Subject> maker = maker(subject);
        Runnable once = () -> {
            try (Subject reader = maker.get()) {
                protocol.run(reader, kernels);
            }
        };
        // Classes are loaded and initialized before the first schedule; otherwise it would differ from its replay.
        try {
            once.run();
        } catch (AssertionError _) {
            // A broken reader may also fail without the scheduler.
        }
        return once;
    }

    private static Supplier<Subject> maker(String subject) {
        return () -> subject.equals("sound")
                ? Mutants.sound()
                : Mutants.all().stream()
                        .map(Mutants.Mutant::subject)
                        .filter(mutant -> mutant.name().replace(' ', '-').equals(subject))
                        .findFirst()
                        .orElseThrow();
    }

    private static volatile int counted;

    /** Two threads each add one to a volatile field: wrong in some schedules, which a working scheduler must find. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private static void lostUpdate() {
        counted = 0;
        Thread one = new Thread(() -> counted = counted + 1);
        Thread two = new Thread(() -> counted = counted + 1);
        one.start();
        two.start();
        try {
            one.join();
            two.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (counted != 2) {
            throw new AssertionError("an update was lost");
        }
    }

    private static String search(Once once, Path folder, int first, int count) throws IOException {
        AtomicInteger next = new AtomicInteger(first);
        Path report = Files.createDirectories(folder.resolve("fray-report"));
        CountedChoices.Tally choices = new CountedChoices.Tally();
        Configuration configuration = new Configuration(
                new ExecutionInfo(once, false, true, -1),
                report,
                count,
                FOR_EVER,
                new CountedChoices(randomness(first), choices),
                () -> randomness(next.incrementAndGet()),
                false,
                false,
                true,
                false,
                false,
                true,
                NetworkDelegateType.NONE,
                SystemTimeDelegateType.NONE,
                NANOS,
                true,
                true,
                false,
                false,
                false,
                false,
                TimelineCoverageType.NONE);
        @Nullable Throwable failure = new TestRunner(configuration).run();
        int run = configuration.getCurrentIteration();
        if (choices.isEmpty()) {
            return "uncontrolled " + run;
        }
        if (failure != null) {
            return "failed " + (first + run) + " " + words(failure);
        }
        return run < count ? "ended after " + run : "survived " + run + " " + choices;
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof AssertionError)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage() == null ? root : root.getMessage())
                .replace('\n', ' ');
    }

    /** The same each time. */
    private record Once(Runnable run, UnaryOperator<Delegate> before) implements Executor {
        @Override
        public void beforeExecution() {}

        @Override
        public void execute(boolean resetClassLoader) {
            org.pastalab.fray.runtime.Runtime.LOCK_DELEGATE =
                    before.apply(org.pastalab.fray.runtime.Runtime.LOCK_DELEGATE);
            run.run();
        }

        @Override
        public void afterExecution() {}
    }

    /** The random numbers of one schedule. */
    private static Randomness randomness(int schedule) {
        return new ControlledRandom(new ArrayList<>(), new ArrayList<>(), new Random(schedule * 0x9E3779B97F4A7C15L));
    }
}
