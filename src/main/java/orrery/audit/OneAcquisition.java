package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import orrery.binding.MappingInfo;
import orrery.ephemeris.QueryPlan;
import orrery.forge.RawSegment;
import orrery.spk.KernelException;

/** C1: one acquisition. */
final class OneAcquisition extends AbstractClaim {
    private static final int STAMPEDES = 100;
    private static final int SEGMENTS = 2_000;
    /** A reader that opens in two steps opens twice in nearly every such stampede. */
    private static final int TOGETHER = 10;

    OneAcquisition() {
        super(
                "C1",
                "one acquisition",
                "However many threads ask for one file at the same time, and by whatever path, it is opened"
                        + " once; a first open"
                        + " that failed is retried.",
                "A stampede that maps the file twice, or whose handles do not share one mapping; a failure that is"
                        + " cached, or not typed.",
                "Stampedes of all threads through relative, absolute, symbolic and hard-linked paths, with nothing open"
                        + " before; then stampedes for a file that is garbage at first.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        int threads = context.plan().threads();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Path made = large(context);
            DangerousWindow together = new DangerousWindow("a second open begun before the first had ended", TOGETHER);
            stampedes(context, executor, aliases(context, made, "made"), "a kernel made for it", together, finding);
            for (Path kernel : context.plan().kernels()) {
                String name = String.valueOf(kernel.getFileName());
                stampedes(context, executor, aliases(context, kernel, name), name, null, finding);
            }
            replaceAfterFailure(
                    context,
                    executor,
                    TwinKernel.write(context.folder().resolve("mended.bsp"), context.queryPlan(), 1),
                    finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finding.make("Every stampede opened its file once, by whatever path; failed opens were retried.");
    }

    /** A kernel of many segments, so that opening it takes long enough for threads to meet. */
    private static Path large(ClaimContext context) throws IOException {
        QueryPlan plan = context.queryPlan();
        int[] bodies = plan.bodies();
        int[] centers = plan.centers();
        List<RawSegment> segments = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            int body = i % bodies.length;
            segments.add(TwinKernel.segment(bodies[body], centers[body], plan.start() - 1, plan.end() + 1, 1));
        }
        return TwinKernel.write(context.folder().resolve("stampede.bsp"), segments);
    }

    /** As many aliases of a file as this system and its file system allow. */
    private static List<Path> aliases(ClaimContext context, Path kernel, String name) throws IOException {
        Path absolute = kernel.toAbsolutePath();
        List<Path> aliases = new ArrayList<>(List.of(absolute));
        Path here = Path.of("").toAbsolutePath();
        if (absolute.getRoot().equals(here.getRoot())) {
            aliases.add(here.relativize(absolute));
        }
        try {
            aliases.add(Files.createSymbolicLink(fresh(context, "symbolic-" + name), absolute));
        } catch (FileSystemException | UnsupportedOperationException _) {
            // Not every file system or user has them.
        }
        try {
            aliases.add(Files.createLink(fresh(context, "hard-" + name), absolute));
        } catch (FileSystemException | UnsupportedOperationException _) {
            // A hard link cannot lead to another file system.
        }
        return aliases;
    }

    /** A name for a link; an earlier cycle of a repeated audit has used it too. */
    private static Path fresh(ClaimContext context, String name) throws IOException {
        Path link = context.folder().resolve(name);
        Files.deleteIfExists(link);
        return link;
    }

    private static void stampedes(
            ClaimContext context,
            ExecutorService executor,
            List<Path> aliases,
            String name,
            @Nullable DangerousWindow together,
            Finding.Maker finding) {
        Subject subject = context.subject();
        int least = together == null ? STAMPEDES / 10 : STAMPEDES;
        long begun = System.nanoTime();
        int count = 0;
        int most = 0;
        // A window beside the audit may already have mapped the file: then no stampede maps it again.
        int due = isMapped(subject, aliases.getFirst()) ? 0 : 1;
        while (count < least
                || (together != null
                        && !together.isEnough()
                        && System.nanoTime() - begun
                                < context.plan().longestWindow().toNanos())) {
            count++;
            context.stop().check();
            long mapped = subject.mapped();
            long[] starts = new long[context.plan().threads()];
            long[] ends = new long[starts.length];
            List<Subject.Handle> handles = atOnce(executor, starts.length, i -> {
                starts[i] = System.nanoTime();
                Subject.Handle handle = subject.open(aliases.get(i % aliases.size()));
                ends[i] = System.nanoTime();
                return handle;
            });
            if (together != null && inFlightWithTheFirst(starts, ends) > 1) {
                together.reached();
            }
            long opened = subject.mapped() - mapped;
            most = (int) Math.max(most, opened);
            long places = handles.stream()
                    .flatMap(h -> h.real().mapping().map(MappingInfo::address).stream())
                    .distinct()
                    .count();
            atOnce(executor, handles.size(), i -> {
                handles.get(i).close();
                return i;
            });
            finding.require(
                    opened == due && places == 1,
                    "A stampede of " + handles.size() + " threads for " + name + " mapped it " + opened + " times, at "
                            + places + " places.");
            if (finding.isRefuted()) {
                break;
            }
        }
        finding.figure(name + ": stampedes", count, "")
                .figure(name + ": paths to it", aliases.size(), "")
                .figure(name + ": most mappings of a stampede", most, "");
        if (together != null) {
            together.tell(finding, "");
        }
    }

    /** The number of opens begun before the first one ended, itself included. */
    private static long inFlightWithTheFirst(long[] starts, long[] ends) {
        long first = LongStream.of(ends).min().orElse(0);
        return LongStream.of(starts).filter(start -> start - first < 0).count();
    }

    private static boolean isMapped(Subject subject, Path kernel) {
        long mapped = subject.mapped();
        try (Subject.Handle handle = subject.open(kernel)) {
            return subject.mapped() == mapped && !handle.isClosed();
        }
    }

    private static void replaceAfterFailure(
            ClaimContext context, ExecutorService executor, Path good, Finding.Maker finding) throws IOException {
        Subject subject = context.subject();
        Path late = context.folder().resolve("late.bsp");
        int refused = 0;
        int rounds = STAMPEDES / 5;
        for (int r = 0; r < rounds && !finding.isRefuted(); r++) {
            context.stop().check();
            Files.writeString(late, "<html>404 not found</html>".repeat(200));
            List<Object> outcomes = atOnce(executor, context.plan().threads(), _ -> outcome(subject, late));
            refused += (int)
                    outcomes.stream().filter(KernelException.class::isInstance).count();
            outcomes.stream()
                    .filter(o -> !(o instanceof KernelException))
                    .findFirst()
                    .ifPresent(o -> finding.refuted("A page of HTML was opened as a kernel: " + o));
            Path copy = Files.copy(good, context.folder().resolve("copy.bsp"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, late, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            List<Object> then = atOnce(executor, context.plan().threads(), _ -> outcome(subject, late));
            then.stream()
                    .filter(KernelException.class::isInstance)
                    .map(KernelException.class::cast)
                    .findFirst()
                    .ifPresent(e ->
                            finding.refuted("After the file was repaired it was still refused: " + e.getMessage()));
        }
        finding.figure("first opens that failed, typed", refused, "")
                .figure("times the file was then mended", rounds, "");
    }

    private static Object outcome(Subject subject, Path path) {
        try (Subject.Handle handle = subject.open(path)) {
            return handle.real().name();
        } catch (KernelException e) {
            return e;
        }
    }

    private interface Runner<T> {
        T run(int index) throws Exception;
    }

    /** All of them at the same moment. */
    private static <T> List<T> atOnce(ExecutorService executor, int runners, Runner<T> runner) {
        CyclicBarrier barrier = new CyclicBarrier(runners);
        List<Callable<T>> tasks = IntStream.range(0, runners)
                .<Callable<T>>mapToObj(i -> () -> {
                    barrier.await();
                    return runner.run(i);
                })
                .toList();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
        return results;
    }
}
