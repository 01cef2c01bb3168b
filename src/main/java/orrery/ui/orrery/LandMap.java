package orrery.ui.orrery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** Where the Earth has land: outlines filled into cells of a quarter of a degree. Immutable once created. */
final class LandMap {
    private static final String OUTLINES = "/orrery/assets/bodies/continents.csv";
    private static final int A_DEGREE = 4;
    private static final int COLUMNS = 360 * A_DEGREE;
    private static final int ROWS = 180 * A_DEGREE;

    private final BitSet cells = new BitSet(COLUMNS * ROWS);

    static LandMap read() {
        LandMap land = new LandMap();
        try (InputStream in = Objects.requireNonNull(LandMap.class.getResourceAsStream(OUTLINES), OUTLINES);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] numbers = line.substring(line.indexOf(';') + 1).split(" ");
                    land.fill(Arrays.stream(numbers)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(OUTLINES + " cannot be read", e);
        }
        return land;
    }

    /** Inverts the cells within an outline: a lake in a continent becomes water again. */
    private void fill(double[] corners) {
        int count = corners.length / 2;
        double[] crossings = new double[count];
        for (int row = 0; row < ROWS; row++) {
            double latitude = -90 + (row + 0.5) / A_DEGREE;
            int found = 0;
            for (int i = 0; i < count; i++) {
                int next = (i + 1) % count;
                double y0 = corners[2 * i + 1];
                double y1 = corners[2 * next + 1];
                if (y0 <= latitude != y1 <= latitude) {
                    double x0 = corners[2 * i];
                    double x1 = corners[2 * next];
                    crossings[found++] = x0 + (latitude - y0) / (y1 - y0) * (x1 - x0);
                }
            }
            Arrays.sort(crossings, 0, found);
            for (int i = 0; i + 1 < found; i += 2) {
                turn(row, crossings[i], crossings[i + 1]);
            }
        }
    }

    private void turn(int row, double from, double to) {
        int first = (int) Math.ceil((from + 180) * A_DEGREE - 0.5);
        int end = (int) Math.ceil((to + 180) * A_DEGREE - 0.5);
        for (int column = first; column < end; column++) {
            cells.flip(row * COLUMNS + Math.floorMod(column, COLUMNS));
        }
    }

    /** Whether there is land at a place, degrees east and north. */
    boolean at(double longitude, double latitude) {
        int column = Math.floorMod((int) Math.floor((longitude + 180) * A_DEGREE), COLUMNS);
        int row = Math.clamp((int) Math.floor((latitude + 90) * A_DEGREE), 0, ROWS - 1);
        return cells.get(row * COLUMNS + column);
    }

    /** The share of land within some degrees, 0..1: for coasts, which are in between. */
    double about(double longitude, double latitude, double degrees) {
        double wide = degrees / Math.max(0.2, Math.cos(Math.toRadians(latitude)));
        int land = 0;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                land += at(longitude + i * wide, latitude + j * degrees) ? 1 : 0;
            }
        }
        return land / 9.0;
    }
}
