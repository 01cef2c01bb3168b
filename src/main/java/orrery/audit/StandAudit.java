package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import orrery.files.ScratchFolder;
import orrery.jfr.ClaimEvent;
import orrery.spk.KernelException;
import orrery.stand.Discipline;
import orrery.stand.ReaderEnd;
import orrery.stand.ReaderProcess;
import orrery.telemetry.LatencyHistogram;

/**
 * An audit of an external reader: made with a plan, run once by one thread, watched and stopped from any thread. The
 * reader runs in separate processes; nothing it does can affect this one.
 */
public final class StandAudit {
    private final StandPlan plan;
    private final StopSignal stop = new StopSignal();
    private volatile String doing = "";
    private volatile double share;

    private StandAudit(StandPlan plan) {
        this.plan = plan;
    }

    /** An audit with this plan. */
    public static StandAudit of(StandPlan plan) {
        return new StandAudit(plan);
    }

    /** The current activity, in words. */
    public String doing() {
        return doing;
    }

    /** The share that is done, from 0 to 1. */
    public double share() {
        return share;
    }

    /** Ends the run and keeps what has been found so far. */
    public void stop() {
        stop.stop();
    }

    /**
     * Runs the audit until it ends or is stopped.
     *
     * @throws KernelException if our own reader cannot open the kernels, or they contain nothing to query
     * @throws IllegalArgumentException if the reader cannot be loaded; the message gives the reason
     * @throws UncheckedIOException if the files for communication with the processes cannot be created
     */
    public StandMatrix run() {
        try (ScratchFolder scratch = ScratchFolder.of("orrery-stand")) {
            doing = "the reader alone";
            ReaderProcess process = new ReaderProcess(plan.reader(), plan.limits(), scratch.path(), stop::isStopped);
            KernelWatch watch = KernelWatch.of(plan.plan().kernels()).ofFiles();
            List<FileFingerprint> prints = plan.plan().kernels().stream()
                    .map(path -> FileFingerprint.of(path, new StopSignal()))
                    .toList();
            StandKernels kernels = StandKernels.of(prints, scratch.path());
            StandReference reference = StandReference.of(plan.plan(), process, kernels.copies(), scratch.path());
            Optional<String> alone = kernels.written("A4");
            if (reference.run().name().isEmpty() && !stop.isStopped()) {
                throw new IllegalArgumentException(
                        switch (reference.run().end()) {
                            case ReaderEnd.Refused(String why) -> why + ".";
                            case ReaderEnd.Broken(String how) -> plan.reader() + ": its process " + how + ".";
                            default -> plan.reader() + ": " + reference.run().words("loading") + ".";
                        });
            }
            List<StandMatrix.Row> rows = new ArrayList<>();
            for (Discipline discipline : plan.disciplines()) {
                rows.add(new Row(process, reference, prints, watch, alone)
                        .of(discipline, StandKernels.of(prints, scratch.path()), rows.size()));
            }
            return new StandMatrix(
                    reference.run().name(),
                    plan.reader().toString(),
                    reference.run().says(),
                    plan.limits().words(),
                    rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rows of one reader share. */
    private final class Row {
        private final ReaderProcess process;
        private final StandReference reference;
        private final List<FileFingerprint> prints;
        private final KernelWatch watch;
        private final Optional<String> alone;

        Row(
                ReaderProcess process,
                StandReference reference,
                List<FileFingerprint> prints,
                KernelWatch watch,
                Optional<String> alone) {
            this.process = process;
            this.reference = reference;
            this.prints = prints;
            this.watch = watch;
            this.alone = alone;
        }

        StandMatrix.Row of(Discipline discipline, StandKernels kernels, int before) {
            Instant started = Instant.now();
            long begun = System.nanoTime();
            StandExam exam = new StandExam(plan.plan(), process, reference, discipline, kernels.copies());
            List<StandClaim> claims = StandClaim.of(plan.plan());
            List<AuditReport.ClaimResult> judged = new ArrayList<>();
            for (StandClaim claim : claims) {
                if (stop.isStopped()) {
                    break;
                }
                doing = discipline.wireName() + " " + claim.name() + " "
                        + claim.statement().title();
                share = (before + (double) judged.size() / (claims.size() + 1))
                        / plan.disciplines().size();
                long from = System.nanoTime();
                ClaimEvent event =
                        ClaimEvent.begun(claim.name(), claim.statement().title(), readerName(discipline));
                Finding finding = claim == StandClaim.B4 ? kernels.untouched() : examined(exam, claim, kernels);
                event.ended(finding.verdict().wireName(), finding.summary());
                if (!stop.isStopped()) {
                    judged.add(new AuditReport.ClaimResult(
                            claim.statement(), finding, Duration.ofNanos(System.nanoTime() - from)));
                }
            }
            doing = discipline.wireName() + ", rates";
            SequencedMap<Integer, Double> rates = rates(exam);
            AuditReport report = new AuditReport(
                    plan.plan(),
                    readerName(discipline),
                    started,
                    Duration.ofNanos(System.nanoTime() - begun),
                    prints.stream().map(AuditReport.Kernel::of).toList(),
                    reference.digest(),
                    judged,
                    claims.stream().map(StandClaim::name).toList(),
                    stop.isStopped(),
                    1,
                    LatencyHistogram.EMPTY,
                    AuditReport.Environment.here());
            return new StandMatrix.Row(discipline, report, rates);
        }

        private String readerName(Discipline discipline) {
            return reference.run().name() + " (" + discipline.wireName() + ")";
        }

        private SequencedMap<Integer, Double> rates(StandExam exam) {
            try {
                return stop.isStopped() ? new LinkedHashMap<>() : exam.rates(plan.rateThreads());
            } catch (IOException _) {
                // If the files for communication cannot be created there are no rates; the claims have already reported
                // it.
                return new LinkedHashMap<>();
            }
        }

        private Finding examined(StandExam exam, StandClaim claim, StandKernels kernels) {
            Finding finding;
            Optional<String> written;
            try {
                finding = exam.examine(claim);
                written = claim == StandClaim.A4 ? alone : kernels.written(claim.name());
            } catch (IOException | RuntimeException | Error e) {
                finding = new Finding(
                        Verdict.VOID,
                        ExaminationFailure.words(e instanceof IOException io ? new UncheckedIOException(io) : e),
                        List.of());
                written = Optional.empty();
            }
            Finding found = finding;
            Optional<String> change = watch.change();
            if (change.isPresent()) {
                return new Finding(
                        Verdict.VOID,
                        change.get() + " during this examination, so its finding is void. (It was: " + found.summary()
                                + ")",
                        found.figures());
            }
            return written.map(
                            words -> new Finding(Verdict.REFUTED, words + " Also: " + found.summary(), found.figures()))
                    .orElse(finding);
        }
    }
}
