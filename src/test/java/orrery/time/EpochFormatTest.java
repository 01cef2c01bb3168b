package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EpochFormatTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:34:56.7891, 0, 2026-11-22T12:34:57 TDB",
        "2026-11-22T12:34:56.7891, 3, 2026-11-22T12:34:56.789 TDB",
        "2026-12-31T23:59:59.9996, 3, 2027-01-01T00:00:00.000 TDB",
        "2026-12-31T23:59:59.9994, 3, 2026-12-31T23:59:59.999 TDB",
        "2026-11-22T12:59:59.6, 0, 2026-11-22T13:00:00 TDB",
        "0000-01-01, 0, 0000-01-01T00:00:00 TDB",
        "-0001-12-31T23:59:59.9, 0, 0000-01-01T00:00:00 TDB",
        "-0001-12-31T23:59:59.9, 1, -0001-12-31T23:59:59.9 TDB",
        "-12800-02-29, 0, -12800-02-29T00:00:00 TDB",
        "+17191-03-15, 0, +17191-03-15T00:00:00 TDB",
        "9999-12-31T23:59:59.9, 0, +10000-01-01T00:00:00 TDB",
    })
    void secondsAreRoundedAndTheCarryGoesAllTheWayUp(String date, int decimals, String expected) {
        assertThat(EpochFormat.seconds(TimeScale.TDB, decimals).format(Dates.parse(date)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60.25Z, 2, 2016-12-31T23:59:60.25 UTC",
        "2016-12-31T23:59:59.999Z, 2, 2016-12-31T23:59:60.00 UTC",
        "2016-12-31T23:59:60.999Z, 2, 2017-01-01T00:00:00.00 UTC",
        "1971-12-31T23:59:60Z, 3, 1971-12-31T23:59:60.000 UTC",
        "1969-07-20T20:17:40Z, 3, 1969-07-20T20:17:40.000 UTC",
    })
    void utcShowsTheLeapSecondAndNoOtherSixty(String date, int decimals, String expected) {
        assertThat(EpochFormat.seconds(TimeScale.UTC, decimals).format(Dates.parse(date)))
                .isEqualTo(expected);
    }

    @Test
    void spiceReadsTheSameUtc() {
        // spiceypy's tests of et2utc: -527644192.5403653 is 1983 APR 13 12:09:14.274.
        assertThat(EpochFormat.seconds(TimeScale.UTC, 3).format(-527644192.5403653))
                .isEqualTo("1983-04-13T12:09:14.274 UTC");
    }

    @Test
    void daysAndMinutesAreCutOff() {
        double et = Dates.parse("2026-11-22T23:59:59.999");
        assertThat(EpochFormat.days(TimeScale.TDB).format(et)).isEqualTo("2026-11-22 TDB");
        assertThat(EpochFormat.minutes(TimeScale.TDB).spaced().unlabeled().format(et))
                .isEqualTo("2026-11-22 23:59");
        assertThat(EpochFormat.minutes(TimeScale.UTC).format(Dates.parse("2016-12-31T23:59:60.5Z")))
                .isEqualTo("2016-12-31T23:59 UTC");
    }

    @ParameterizedTest
    @EnumSource(TimeScale.class)
    void everyTextOfAFormatIsEquallyLongAndHasNoSixtySeconds(TimeScale scale) {
        SplittableRandom random = new SplittableRandom(7);
        double first = Dates.parse("0000-01-02");
        double last = Dates.parse("9999-12-30");
        EpochFormat format = EpochFormat.seconds(scale, 3).unlabeled();
        for (int i = 0; i < 15_000; i++) {
            double minute = Math.rint(random.nextDouble(first, last) / 60) * 60;
            double et = minute + random.nextDouble(-0.002, 0.002);
            assertThat(format.format(et)).hasSize(23).doesNotContain(":60");
        }
    }

    @ParameterizedTest
    @EnumSource(TimeScale.class)
    void whatIsWrittenReadsBackWithinHalfItsLastDigit(TimeScale scale) {
        // SPICE counts UTC from the last leap second, a year before J2000: its rounding there is 4 ns.
        double rounding = 4e-9;
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 15_000; i++) {
            double et = random.nextDouble(Dates.parse("-13000"), Dates.parse("+17192"));
            for (int decimals : new int[] {0, 3, 9}) {
                String text = EpochFormat.seconds(scale, decimals).format(et);
                assertThat(Dates.parse(text))
                        .as(text)
                        .isCloseTo(et, within(0.5000001 * Math.pow(10, -decimals) + 2 * Math.ulp(et) + rounding));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TimeScale.class)
    void theExactFormReadsBackToTheSameBits(TimeScale scale) {
        SplittableRandom random = new SplittableRandom(9);
        int inScale = 0;
        for (int i = 0; i < 8_000; i++) {
            double et = switch (i % 4) {
                case 0 -> random.nextDouble(Dates.parse("-13000"), Dates.parse("+17192"));
                case 1 -> random.nextDouble(-1e9, 1e9);
                case 2 -> Math.rint(random.nextDouble(-1e9, 1e9));
                default -> random.nextDouble(-90_000, 90_000);
            };
            String text = EpochFormat.exact(et, scale);
            assertThat(Dates.parse(text)).as(text).isEqualTo(et);
            inScale += text.endsWith(scale.name()) ? 1 : 0;
        }
        assertThat(inScale).isGreaterThan(5_600);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2000-01-01T12:00:00 TDB",
        "0.5, 2000-01-01T12:00:00.5 TDB",
        "0.1, et 0.1",
        "1e-300, et 1.0E-300",
        "1e300, et 1.0E300",
        "NaN, et NaN",
        "-Infinity, et -Infinity",
        "848622965.97188, 2026-11-22T12:36:05.97188 TDB",
    })
    void theExactFormIsTheShortest(double et, String expected) {
        assertThat(EpochFormat.exact(et, TimeScale.TDB)).isEqualTo(expected);
    }

    @Test
    void whatIsNoDateIsWrittenAsSeconds() {
        EpochFormat format = EpochFormat.seconds(TimeScale.UTC, 3);
        assertThat(format.format(Double.NaN)).isEqualTo("et NaN");
        assertThat(format.format(-Double.MAX_VALUE)).isEqualTo("et -1.7976931348623157E308");
        assertThatThrownBy(() -> EpochFormat.seconds(TimeScale.TDB, 13)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEndsOfTheCalendarAreWrittenWithoutFault() {
        for (TimeScale scale : TimeScale.values()) {
            for (double et : new double[] {Dates.first(), Math.nextDown(Dates.end())}) {
                assertThat(EpochFormat.seconds(scale, 12).format(et)).hasSizeLessThanOrEqualTo(EpochFormat.LONGEST);
                assertThat(EpochFormat.exact(et, scale)).isNotEmpty();
            }
        }
    }

    @Test
    void writingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        EpochFormat format = EpochFormat.seconds(TimeScale.UTC, 3);
        char[] out = new char[EpochFormat.LONGEST];
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += format.write(i * 1e6, out, 0);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            sum += format.write(i * 1e6, out, 0);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isEqualTo(2000 * 27);
        assertThat(allocated).isLessThan(1000);
    }
}
