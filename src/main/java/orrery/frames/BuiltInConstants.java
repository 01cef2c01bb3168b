package orrery.frames;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constants of bodies that need no kernel: {@code constants.csv} as kernel variables {@code BODY<id>_<what>}. */
final class BuiltInConstants {
    private static final String FILE = "/orrery/assets/bodies/constants.csv";
    private static final String ORIENTATION = "built in (pck00011.tpc)";
    private static final String GRAVITY = "built in (gm_de440.tpc)";

    private BuiltInConstants() {}

    static Map<String, KernelVariable> read() {
        Map<String, KernelVariable> all = new HashMap<>();
        for (String[] cells : Rows.read(FILE, 3)) {
            List<Double> numbers = new ArrayList<>();
            for (String number : cells[2].split(" ", -1)) {
                numbers.add(KernelNumber.parse(number).orElseThrow());
            }
            String name = "BODY" + cells[0] + "_" + cells[1];
            String source = cells[1].equals("GM") ? GRAVITY : ORIENTATION;
            all.put(name, new KernelVariable(name, new KernelValue.Numbers(numbers), source, 0));
        }
        return all;
    }

    /** Rows of one of the program's own tables: cells separated by semicolons, comment lines beginning with #. */
    static final class Rows {
        private Rows() {}

        static List<String[]> read(String file, int columns) {
            try (@Nullable InputStream in = BuiltInConstants.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "The program is incomplete: " + file + " is missing. Build it again.");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(";", columns))
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException("The program is incomplete: " + file + " cannot be read.", e);
            }
        }
    }
}
