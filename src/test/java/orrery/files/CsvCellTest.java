package orrery.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellTest {
    @ParameterizedTest
    @CsvSource({"Mars,Mars", "'a, b','\"a, b\"'", "'say \"a\"','\"say \"\"a\"\"\"'"})
    void aCellIsQuotedWhereItMustBe(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r"})
    void aLineBreakDoesNotEndTheRow(String escape) {
        String text = ("one" + escape + "two").translateEscapes();
        assertThat(CsvCell.of(text)).isEqualTo('"' + text + '"');
    }
}
