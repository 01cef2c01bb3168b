package orrery.frames;

import java.time.LocalDate;
import java.util.Optional;
import orrery.math.Constants;
import orrery.time.LeapSecondTable;

/**
 * Leap seconds of a text kernel (Time Required Reading, "Leapseconds kernels"): {@code DELTET/DELTA_AT} and its
 * companions.
 */
final class LeapSecondKernel {
    private static final String TABLE = "DELTET/DELTA_AT";
    private static final double HALF_DAY = Constants.DAY / 2;
    /** Days within which a date has a year of four digits or so. */
    private static final double LONGEST = 3e6;

    /** The values built into every conversion here, and equal in all leap second kernels that NAIF has published. */
    private record Companion(String name, double value) {}

    private static final Companion[] COMPANIONS = {
        new Companion("DELTET/DELTA_T_A", 32.184),
        new Companion("DELTET/K", 1.657e-3),
        new Companion("DELTET/EB", 1.671e-2)
    };

    private LeapSecondKernel() {}

    static Optional<LeapSecondTable> read(KernelVariables variables) {
        for (Companion companion : COMPANIONS) {
            KernelVariable variable = variables.get(companion.name);
            if (variable != null && variable.numbers(1)[0] != companion.value) {
                throw variable.wrong(
                        "is " + variable.numbers(1)[0] + "; " + companion.value + " expected, as in all of NAIF's"
                                + " leap second kernels",
                        "Take NAIF's.");
            }
        }
        KernelVariable variable = variables.get(TABLE);
        return variable == null ? Optional.empty() : Optional.of(table(variable));
    }

    /** @param days since 2000-01-01 */
    private static String date(double days) {
        boolean known = days == Math.rint(days) && Math.abs(days) < LONGEST;
        return known
                ? LocalDate.of(2000, 1, 1).plusDays((long) days).toString()
                : "day " + TextKernel.plain(days) + " after 2000-01-01";
    }

    private static LeapSecondTable table(KernelVariable variable) {
        double[] numbers = variable.numbers();
        if (numbers.length % 2 != 0) {
            throw variable.wrong(
                    "is " + variable.value().kind() + "; pairs of a difference and a date expected",
                    "Fetch the file again.");
        }
        int[] seconds = new int[numbers.length / 2];
        long[] days = new long[numbers.length / 2];
        for (int i = 0; i < seconds.length; i++) {
            double difference = numbers[2 * i];
            double midnight = (numbers[2 * i + 1] + HALF_DAY) / Constants.DAY;
            seconds[i] = (int) difference;
            days[i] = (long) midnight;
            boolean later = i == 0 || days[i] > days[i - 1];
            if (seconds[i] != difference || days[i] != midnight || !later) {
                throw variable.wrong(
                        "has, as pair " + (i + 1) + ", " + TextKernel.plain(difference) + " s from "
                                + date(midnight) + " on; a whole number of seconds from a midnight"
                                + " later than the one before expected",
                        "Fetch the file again.");
            }
        }
        return LeapSecondTable.of(variable.file(), seconds, days);
    }
}
