package orrery.files;

/** Cells of comma-separated values (RFC 4180). */
public final class CsvCell {
    private CsvCell() {}

    /**
     * Makes a cell: text with a comma, a quotation mark or a line break is quoted.
     *
     * @param text any text
     * @return the cell
     */
    public static String of(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
