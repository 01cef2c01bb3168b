package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.telemetry.LatencyHistogram;

/** A copy of the program is known once it has been proven, or once the user has declined; another copy is not. */
class ProvenCopiesTest {
    private static final ProgramCopy COPY = ProgramCopy.of("1.0", "bytes 25", "Linux amd64 one");

    @TempDir
    private Path folder;

    private static AuditReport report(AuditPlan plan, String subject, List<String> asked, boolean cancelled) {
        return new AuditReport(
                plan,
                subject,
                Instant.EPOCH,
                Duration.ofSeconds(20),
                List.of(),
                "",
                List.of(),
                asked,
                cancelled,
                1,
                LatencyHistogram.EMPTY,
                AuditReport.Environment.here());
    }

    private static AuditPlan ledger() {
        return AuditPlan.of(AuditPreset.LEDGER, List.of(Path.of("a.bsp")));
    }

    @Test
    void aWholeLedgerOfOurOwnReaderIsNotedWithItsPlace() throws IOException {
        ProvenCopies copies = ProvenCopies.in(folder.resolve("not there yet"));
        assertThat(copies.knows(COPY)).isFalse();
        AuditReport whole = report(ledger(), BindingSubject.NAME, Claims.ids(), false);
        assertThat(copies.note(COPY, whole, folder.resolve("a ledger"))).isTrue();
        assertThat(copies.knows(COPY)).isTrue();
        assertThat(folder.resolve("not there yet/proven.txt"))
                .content()
                .matches(
                        "\\d{4}-\\S+Z 1\\.0 [0-9a-f]{16} [0-9a-f]{16} void \\Q" + folder.resolve("a ledger") + "\\E\n");
    }

    @Test
    void lessThanThatIsNoProof() throws IOException {
        ProvenCopies copies = ProvenCopies.in(folder);
        List<String> all = Claims.ids();
        assertThat(List.of(
                        report(ledger(), BindingSubject.NAME, all, true),
                        report(ledger(), "a broken reader", all, false),
                        report(ledger(), BindingSubject.NAME, all.subList(1, all.size()), false),
                        report(ledger().withQueries(9_999), BindingSubject.NAME, all, false),
                        report(ledger().withThreads(19), BindingSubject.NAME, all, false)))
                .noneMatch(ProvenCopies::isProof);
        assertThat(copies.note(COPY, report(ledger(), BindingSubject.NAME, all, true), null))
                .isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherVersionBuildOrMachineIsAnotherCopy() throws IOException {
        ProvenCopies copies = ProvenCopies.in(folder);
        copies.dismiss(COPY);
        assertThat(copies.knows(ProgramCopy.of("1.0", "bytes 25", "Linux amd64 one")))
                .isTrue();
        assertThat(List.of(
                        ProgramCopy.of("1.1", "bytes 25", "Linux amd64 one"),
                        ProgramCopy.of("1.0", "bytes 26", "Linux amd64 one"),
                        ProgramCopy.of("1.0", "bytes 25", "Linux amd64 two")))
                .noneMatch(copies::knows);
    }

    @Test
    void whatIsNotOursIsNotBelieved() throws IOException {
        ProvenCopies copies = ProvenCopies.in(folder);
        Files.createDirectory(folder.resolve("proven.txt"));
        assertThat(copies.knows(COPY)).isFalse();
        Files.delete(folder.resolve("proven.txt"));
        Files.write(folder.resolve("proven.txt"), new byte[] {(byte) 0xC3, 0x28, '\n'});
        assertThat(copies.knows(COPY)).isFalse();
    }

    @Test
    void thisCopyIsTheSameEachTimeItIsLookedAt() throws IOException {
        assertThat(ProgramCopy.here()).isEqualTo(ProgramCopy.here());
        assertThat(ProgramCopy.here().text()).doesNotContain("  ").matches("\\S+ [0-9a-f]{16} [0-9a-f]{16}");
    }
}
