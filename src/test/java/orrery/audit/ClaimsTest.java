package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A claim that is added has its place everywhere: in the ledger, for readers from outside, and on its page. */
class ClaimsTest {
    @Test
    void everyClaimHasASectionOfTheLedger() {
        assertThat(LedgerMarkdown.PARTS)
                .extracting(LedgerMarkdown.Part::letter)
                .containsAll(Claims.ids().stream().map(id -> id.substring(0, 1)).toList());
    }

    @Test
    void everyClaimIsDecidedForReadersFromOutside() {
        assertThat(Arrays.stream(StandClaim.values()).map(StandClaim::name)).containsExactlyElementsOf(Claims.ids());
    }

    @Test
    void thePageOfLedgersListsThemAll() throws IOException {
        List<String> rows = Claims.all().stream()
                .map(claim -> "| " + claim.id() + " | " + claim.title() + " | "
                        + claim.statement().sentence() + " |")
                .toList();
        assertThat(Files.readAllLines(Path.of(System.getProperty("orrery.basedir", ""), "src/site/markdown/ledger.md")))
                .containsSubsequence(rows);
    }

    @Test
    void thePageOfReadersSaysWhatEachMeansForAnExternalReader() throws IOException {
        List<String> page =
                Files.readAllLines(Path.of(System.getProperty("orrery.basedir", ""), "src/site/markdown/readers.md"));
        assertThat(page.stream()
                        .skip(page.indexOf("| claim | for an external reader |") + 2)
                        .takeWhile(row -> row.startsWith("|"))
                        .flatMap(row ->
                                Arrays.stream(row.split("\\|", 3)[1].strip().split(", ", -1))))
                .containsExactlyInAnyOrderElementsOf(Claims.ids());
    }
}
