package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T06:00:00, 1, 2026-02-28T06:00:00",
        "2024-01-31T06:00:00, 1, 2024-02-29T06:00:00",
        "2024-02-29T06:00:00, 12, 2025-02-28T06:00:00",
        "2024-02-29T06:00:00, 48, 2028-02-29T06:00:00",
        "2026-11-22T06:00:00, -11, 2025-12-22T06:00:00",
        "0000-01-15T00:00:00, -1, -0001-12-15T00:00:00",
    })
    void aMonthLaterIsTheSameDayWhereThereIsOne(String from, long months, String to) {
        CalendarDate date = CalendarDate.of(Dates.parse(from), TimeScale.TDB);
        assertThat(date.plusMonths(months).toEt()).isEqualTo(Dates.parse(to));
    }

    @Test
    void daysAndYearsStepOverLeapSeconds() {
        double et = Dates.parse("2016-12-31T12:00:00Z");
        CalendarDate date = CalendarDate.of(et, TimeScale.UTC);
        assertThat(date.plusDays(1).toEt()).isEqualTo(Dates.parse("2017-01-01T12:00:00Z"));
        assertThat(date.plusYears(1).toEt()).isEqualTo(Dates.parse("2017-12-31T12:00:00Z"));
        assertThat(date.dayOfYear()).isEqualTo(366);
        CalendarDate leap = CalendarDate.of(Dates.parse("2016-12-31T23:59:60.5Z"), TimeScale.UTC);
        assertThat(leap.secondOfDay()).isEqualTo(86_400.5, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(leap.plusDays(1).day()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TimeScale.class)
    void anEpochComesBackFromItsFields(TimeScale scale) {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double et = random.nextDouble(-4.8e11, 4.8e11);
            assertThat(CalendarDate.of(et, scale).toEt())
                    .isEqualTo(et, org.assertj.core.api.Assertions.within(2 * Math.ulp(et) + 2e-11));
        }
    }

    @Test
    void fieldsThatAreNoDateAreRefused() {
        assertThatThrownBy(() -> new CalendarDate(TimeScale.TDB, 2026, 13, 1, 0))
                .hasMessageContaining("month 13");
        assertThatThrownBy(() -> new CalendarDate(TimeScale.TDB, 2026, 2, 29, 0))
                .hasMessageContaining("day 29");
        assertThatThrownBy(() -> new CalendarDate(TimeScale.TDB, 2016, 12, 31, 86_400))
                .hasMessageContaining("86400");
        assertThatThrownBy(() -> new CalendarDate(TimeScale.TDB, 2016, 12, 31, Double.NaN))
                .hasMessageContaining("NaN");
        assertThat(new CalendarDate(TimeScale.UTC, 2016, 12, 31, 86_400).day()).isEqualTo(31);
    }
}
