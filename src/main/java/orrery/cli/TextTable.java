package orrery.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import orrery.files.VisibleText;

/** Columns of text, each as wide as its widest cell; numbers are right-aligned. */
final class TextTable {
    private static final Pattern NUMBER = Pattern.compile("-|[-+]?[0-9.,eE+-]+( [a-z%/\"]+)?");

    private final String[] heads;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... heads) {
        this.heads = heads;
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(VisibleText::line).toArray(String[]::new));
    }

    void print(PrintWriter out, String indent) {
        int[] widths = new int[heads.length];
        boolean[] numeric = new boolean[heads.length];
        for (int c = 0; c < heads.length; c++) {
            widths[c] = heads[c].length();
            numeric[c] = !rows.isEmpty();
            for (String[] row : rows) {
                widths[c] = Math.max(widths[c], row[c].length());
                numeric[c] = numeric[c] && NUMBER.matcher(row[c]).matches();
            }
        }
        line(out, indent, heads, widths, numeric);
        rows.forEach(row -> line(out, indent, row, widths, numeric));
    }

    private static void line(PrintWriter out, String indent, String[] cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder(indent);
        for (int c = 0; c < cells.length; c++) {
            String pad = " ".repeat(widths[c] - cells[c].length());
            line.append(right[c] ? pad + cells[c] : cells[c] + pad).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
