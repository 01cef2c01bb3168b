package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.SmallSky;
import orrery.testing.TextMutants;

/** A ledger to be replayed or compared may contain anything: it is read, or refused with a message. */
class HostileLedgersTest {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    @TempDir
    private static Path folder;

    private static byte[] sound = {};

    @BeforeAll
    static void ledger() throws IOException {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        AuditPlan plan = AuditPlan.of(AuditPreset.LEDGER, List.of(sky))
                .withClaims(List.of("A4"))
                .withQueries(100)
                .withThreads(2);
        LedgerFiles.write(folder.resolve("ledger"), AuditRun.of(plan).run());
        sound = Files.readAllBytes(folder.resolve("ledger").resolve("ledger.json"));
    }

    @Test
    void whatIsTriedBeforeARunLeavesNothing() throws IOException {
        Path ledger = folder.resolve("deep").resolve("ledger");
        LedgerFiles.rehearse(ledger);
        assertThat(ledger).doesNotExist();
        Files.createDirectories(ledger);
        LedgerFiles.rehearse(ledger);
        assertThat(ledger).isEmptyDirectory();
    }

    @Test
    void aLedgerIsReadOrRefused() throws IOException {
        ledgers(FEW);
    }

    @Test
    @Tag("long")
    void aHundredThousandToo() throws IOException {
        ledgers(MANY);
    }

    private static void ledgers(int count) throws IOException {
        Path file = folder.resolve("mutant.json");
        int read = 0;
        for (int seed = 0; seed < count; seed++) {
            Files.write(file, TextMutants.of(sound, seed));
            try {
                JsonNode ledger = LedgerFiles.read(file);
                AuditPlan plan = LedgerJson.plan(ledger);
                assertThat(plan.queries()).isNotNegative();
                assertThat(LedgerJson.read(folder, ledger).claims()).isNotNull();
                read++;
            } catch (IOException | IllegalArgumentException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(read).as("ledgers that were read").isGreaterThan(count / 20);
    }
}
