package orrery.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of an asteroid or a comet in a file.
 *
 * @param comet whether it is a comet, or interstellar
 * @param number its number; 0 if it is unnumbered
 * @param fragment letters of a comet's fragment; else empty
 * @param provisional designation; null if there is none, or it cannot be understood
 * @param spkId JPL's id; 0 if the file gives none
 * @param name its full readable name
 */
record SmallBodyName(
        boolean comet,
        int number,
        String fragment,
        PackedDesignation.@Nullable Provisional provisional,
        int spkId,
        String name) {
    /** All its possible names. */
    List<String> names() {
        List<String> all = new ArrayList<>(List.of(name));
        if (number > 0) {
            all.add(number + (comet ? "P" : "") + (fragment.isEmpty() ? "" : "-" + fragment));
        }
        if (provisional != null) {
            all.add(provisional.text());
        }
        if (spkId > 0) {
            all.add(Integer.toString(spkId));
        }
        for (String part : name.split("[()/]", -1)) {
            // "(1) Ceres", "433 Eros (A898 PA)", "1P/Halley", "C/1995 O1 (Hale-Bopp)"
            String plain = part.strip();
            if (plain.length() > 1) {
                all.add(plain);
                if (plain.matches("\\d+ \\D.*")) {
                    all.add(plain.replaceFirst("\\d+ ", ""));
                }
            }
        }
        int open = name.indexOf(" (");
        if (open > 0) {
            all.add(name.substring(0, open));
        }
        return all;
    }

    /** Whether this typed name refers to it. */
    boolean is(String asked) {
        String plain = asked.strip();
        return names().stream().anyMatch(one -> one.equalsIgnoreCase(plain));
    }
}
