package orrery.ephemeris;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in {@code assets}: cells separated by semicolons, starting with a NAIF id in tables of bodies. Lines that
 * begin with # are comments.
 */
final class AssetTable {
    private static final String FOLDER = "/orrery/assets/";

    private AssetTable() {}

    record Row(String file, int line, List<String> cells) {
        int id() {
            try {
                return Integer.parseInt(cell(0));
            } catch (NumberFormatException e) {
                throw wrong("no id: " + cell(0), e);
            }
        }

        String cell(int column) {
            return cells.get(column);
        }

        double number(int column) {
            return numberOf(cell(column));
        }

        /** The numbers in a cell, separated by spaces. */
        double[] numbers(int column) {
            String[] parts = cell(column).split(" ", -1);
            double[] numbers = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = numberOf(parts[i]);
            }
            return numbers;
        }

        private double numberOf(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw wrong("no number: " + text, e);
            }
        }

        private IllegalStateException wrong(String what, Exception cause) {
            return new IllegalStateException(FOLDER + file + ", line " + line + ": " + what, cause);
        }
    }

    /** Reads a table of bodies, as {@link #readAsset} does. */
    static List<Row> read(String file, int columns) {
        return readAsset("bodies/" + file, columns);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalStateException if it is missing or malformed: the program is incomplete
     */
    static List<Row> readAsset(String file, int columns) {
        try (InputStream in = AssetTable.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program is not whole: " + FOLDER + file + " is missing. Build it again.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Row> rows = new ArrayList<>();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Row row = new Row(file, number, List.of(line.split(";", -1)));
                if (row.cells.size() != columns) {
                    throw new IllegalStateException(FOLDER + file + ", line " + number + ": " + columns
                            + " cells wanted, " + row.cells.size() + " found");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("The program is not whole: " + FOLDER + file + " cannot be read.", e);
        }
    }
}
