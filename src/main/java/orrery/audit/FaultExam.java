package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import orrery.binding.KernelFaultException;
import orrery.spk.KernelException;

/** The examination of claim F1, in a separate process. */
final class FaultExam {
    private static final int READERS = 4;
    private static final long LARGEST_COPY = 64L << 20;
    private static final int WARM_UP = 30;
    /** How long threads keep reading a spoilt file. */
    private static final long WHILE_NANOS = 60_000_000;
    /** How long to wait for an expected event. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final ClaimContext context;
    private final Finding.Maker finding = new Finding.Maker();

    FaultExam(ClaimContext context) {
        this.context = context;
    }

    private interface Spoil {
        void spoil(Path file) throws IOException;
    }

    Finding examine() {
        if (!context.hasStates()) {
            return Finding.notAvailable(ClaimContext.NO_STATES);
        }
        try {
            // Compile the read path first: faults are hardest to handle in compiled code.
            Path source = source();
            under(
                    "renamed over",
                    source,
                    file -> Files.move(
                            other(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE),
                    true,
                    false);
            under("unlinked", source, Files::delete, true, false);
            under("overwritten in place", source, FaultExam::overwrite, false, false);
            under("cut short", source, FaultExam::cut, true, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finding.make(
                "Every spoilt file ended in right answers or typed failures, was noticed, and harmed nothing else.");
    }

    /** The kernel to copy: the first under audit if it is small enough, else one made for this. */
    private Path source() throws IOException {
        Path kernel = context.plan().kernels().getFirst();
        return Files.size(kernel) <= LARGEST_COPY && context.plan().kernels().size() == 1
                ? kernel
                : TwinKernel.write(context.folder().resolve("source.bsp"), context.queryPlan(), 0);
    }

    private Path other() throws IOException {
        return TwinKernel.write(context.folder().resolve("other.bsp"), context.queryPlan(), 1);
    }

    private static void cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Math.min(4096, channel.size() / 2));
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer noise = ByteBuffer.allocate(4096);
            for (int i = 0; i < noise.capacity(); i++) {
                noise.put(i, (byte) (i * 37));
            }
            channel.write(noise, channel.size() / 2);
            channel.force(true);
        }
    }

    /**
     * Spoils a copy of a kernel while threads read it.
     *
     * @param mustBeRight whether every later answer must be the old one or a refusal
     * @param mustFault whether reads must eventually fail with a typed error
     */
    private void under(String how, Path source, Spoil spoil, boolean mustBeRight, boolean mustFault)
            throws IOException {
        Path file = Files.copy(source, context.folder().resolve("victim.bsp"), StandardCopyOption.REPLACE_EXISTING);
        Questions questions = context.states();
        AtomicLong right = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        AtomicLong faults = new AtomicLong();
        AtomicLong refusals = new AtomicLong();
        AtomicLong strange = new AtomicLong();
        boolean[] done = new boolean[1];
        try (Subject.Handle handle = context.subject().open(file);
                Subject.Pool pool = context.subject().pool(List.of(handle))) {
            long[] reference = questions.answers(pool);
            for (int i = 0; i < WARM_UP && i * questions.size() < 300_000; i++) {
                questions.answers(pool);
            }
            List<Thread> readers = IntStream.range(0, READERS)
                    .mapToObj(r -> Thread.ofPlatform().start(() -> {
                        double[] out = new double[Questions.WIDEST];
                        for (int i = r; !isDone(done); i = (i + 1) % questions.size()) {
                            try {
                                questions.ask(pool, i, out);
                                (same(out, reference, i * questions.width()) ? right : wrong).incrementAndGet();
                            } catch (KernelFaultException _) {
                                faults.incrementAndGet();
                            } catch (KernelException _) {
                                refusals.incrementAndGet();
                            } catch (RuntimeException | Error _) {
                                strange.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            await(() -> right.get() > questions.size());
            spoil.spoil(file);
            LockSupport.parkNanos(WHILE_NANOS);
            await(() -> !mustFault || faults.get() > 0);
            context.subject().poll();
            String stale = handle.stale();
            synchronized (done) {
                done[0] = true;
            }
            for (Thread reader : readers) {
                join(reader);
            }
            finding.figure(how + ": right answers", right.get(), "")
                    .figure(how + ": faults, typed", faults.get(), "")
                    .figure(how + ": other typed refusals", refusals.get(), "")
                    .figure(how + ": answers that changed", wrong.get(), "")
                    .figure(how + ": noticed as", stale.isEmpty() ? "nothing" : stale);
            finding.require(
                    strange.get() == 0,
                    "A file " + how + " made " + strange.get() + " queries fail with an untyped error.");
            finding.require(!stale.isEmpty(), "A file " + how + " was not noticed.");
            finding.require(right.get() > 0, "A file " + how + ": nothing was read before the change.");
            if (mustBeRight) {
                finding.require(wrong.get() == 0, "A file " + how + " gave " + wrong.get() + " wrong answers.");
            }
            if (mustFault) {
                finding.require(faults.get() > 0, "A file " + how + " never failed with a typed error.");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void await(BooleanSupplier come) {
        long begun = System.nanoTime();
        while (!come.getAsBoolean() && System.nanoTime() - begun < PATIENCE_NANOS) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isDone(boolean[] done) {
        synchronized (done) {
            return done[0];
        }
    }

    private static boolean same(double[] out, long[] reference, int at) {
        for (int c = 0; c < 6; c++) {
            if (Double.doubleToRawLongBits(out[c]) != reference[at + c]) {
                return false;
            }
        }
        return true;
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
