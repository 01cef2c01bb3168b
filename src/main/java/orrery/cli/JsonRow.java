package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * A row of a table as one line of JSON: an object with one member per column. A numeric cell becomes a number, an empty
 * one null, and any other stays text.
 */
final class JsonRow {
    /** What JSON accepts as a number; 007 and +1 stay text. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private JsonRow() {}

    /**
     * A row with an answer.
     *
     * @param names of the columns
     * @param lead the first cells, separated by commas
     * @param numbers the values of the columns after them; NaN for none
     */
    static String answered(String[] names, String lead, double[] numbers) {
        ObjectNode row = Json.object();
        int first = lead(row, names, lead);
        for (int i = first; i < names.length; i++) {
            double number = numbers[i - first];
            if (Double.isNaN(number)) {
                row.putNull(names[i]);
            } else {
                row.put(names[i], number);
            }
        }
        return row.toString();
    }

    /** A row without an answer: its first cells and the reason. */
    static String failed(String[] names, String lead, String error) {
        ObjectNode row = Json.object();
        lead(row, names, lead);
        return row.put("error", error).toString();
    }

    private static int lead(ObjectNode row, String[] names, String lead) {
        String[] cells = lead.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell.isEmpty()) {
                row.putNull(names[i]);
            } else if (WHOLE.matcher(cell).matches()) {
                row.put(names[i], Long.parseLong(cell));
            } else if (NUMBER.matcher(cell).matches() && Double.isFinite(Double.parseDouble(cell))) {
                row.put(names[i], Double.parseDouble(cell));
            } else {
                row.put(names[i], cell);
            }
        }
        return cells.length;
    }
}
