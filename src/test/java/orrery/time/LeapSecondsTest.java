package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LeapSecondsTest {
    private static final Path KERNEL =
            Path.of(System.getProperty("orrery.basedir", "."), "../shared/kernels/constants/naif0012.tls");
    private static final List<String> MONTHS = List.of("JAN", "JUL");

    @Test
    void theTableIsThatOfNaif0012() throws Exception {
        assumeTrue(Files.exists(KERNEL), "skipped: no " + KERNEL);
        String text = Files.readString(KERNEL);
        Matcher entry = Pattern.compile("(\\d+),\\s+@(\\d{4})-(JAN|JUL)-1\\b")
                .matcher(text.substring(text.indexOf("DELTET/DELTA_AT        =")));
        int entries = 0;
        while (entry.find()) {
            entries++;
            int month = MONTHS.indexOf(entry.group(3).toUpperCase(Locale.ROOT)) * 6 + 1;
            long day = Gregorian.day(Integer.parseInt(entry.group(2)), month, 1);
            int difference = Integer.parseInt(entry.group(1));
            assertThat(LeapSeconds.taiMinusUtc(day)).as(entry.group()).isEqualTo(difference);
            assertThat(LeapSeconds.taiMinusUtc(day - 1)).as(entry.group()).isEqualTo(difference - 1);
            assertThat(LeapSeconds.endsWithLeapSecond(day - 1))
                    .as(entry.group())
                    .isTrue();
        }
        assertThat(entries).isEqualTo(28);
    }

    @Test
    void thereAreTwentyEightLongDaysAndNoOther() {
        long days = 0;
        for (long day = Gregorian.day(1900, 1, 1); day < Gregorian.day(2100, 1, 1); day++) {
            days += LeapSeconds.endsWithLeapSecond(day) ? 1 : 0;
        }
        assertThat(days).isEqualTo(28);
        assertThat(LeapSeconds.taiMinusUtc(Gregorian.day(1600, 1, 1))).isEqualTo(9);
        assertThat(LeapSeconds.taiMinusUtc(Gregorian.day(2026, 11, 22))).isEqualTo(37);
    }

    @Test
    void utcNeverGoesBackAcrossALeapSecond() {
        double last = Double.NEGATIVE_INFINITY;
        double start = Dates.parse("2016-12-31T23:59:58Z");
        for (int i = 0; i < 4000; i++) {
            double et = start + i * 1e-3;
            long day = TimeScale.UTC.dayOf(et);
            double reading = day * 100_000.0 + TimeScale.UTC.secondOfDay(et, day);
            assertThat(reading).isGreaterThan(last);
            last = reading;
        }
    }
}
