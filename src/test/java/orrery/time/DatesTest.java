package orrery.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        // CSPICE's str2et with naif0012.tls: NAIF's own documentation, and spiceypy's and others' published tests.
        "2000-01-01T12:00:00 UTC,  64.18392728473108",
        "1997-03-20T20:53:29 UTC, -87836728.81438904",
        "2021-08-10T13:51:54 UTC,  681875583.1830401",
        "2022-08-01 UTC,           712584069.1832777",
    })
    void utcIsTheSameDoubleAsInSpice(String text, double et) {
        assertThat(Dates.parse(text)).isEqualTo(et);
    }

    @ParameterizedTest
    @CsvSource({
        // SPICE's definition worked out in decimal with 40 digits: lunar landing, both sides of the first leap second,
        // within the last leap second. SPICE's order of operations rounds twice.
        "1969-07-20T20:17:40 UTC, -960910898.8164499496",
        "1971-12-31T23:59:59 UTC, -883655959.8160793809",
        "1971-12-31T23:59:60 UTC, -883655958.8160793805",
        "1972-01-01T00:00:00 UTC, -883655957.8160793802",
        "2016-12-31T23:59:60.5Z,   536500868.6839297778",
        "2026-11-22T12:34:56.789Z, 848622965.9718800500",
    })
    void utcIsSpicesDefinitionToTheLastBit(String text, double et) {
        assertThat(Dates.parse(text)).isCloseTo(et, within(Math.ulp(et)));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T12:00:00, 0",
        "2000-01-01, -43200",
        "2000, -43200",
        "2000-01, -43200",
        "2000-001, -43200",
        "2000-02, 2635200",
        "2000-366, 31492800",
        "2000-01-01 12:00, 0",
        "2000-01-01t12:00:00.5 tdb, 0.5",
        "'2000-01-01T12:00:00,5', 0.5",
        "JD 2451545.0, 0",
        "jd2451545, 0",
        "2451545.0, 0",
        "2451545, 0",
        "2451545.5 TDB, 43200",
        "2451545.000000001, 8.64e-5",
        "JD -3100015.5, -479654827200",
        "MJD 51544.5, 0",
        "mjd 60000, 730555200",
        "MJD -1, -4453531200",
        "et 123.5, 123.5",
        "ET -1e-3, -0.001",
        "  2000-01-01T12:00:00  , 0",
        "-13000-01-01, -473354280000",
        "+17191-03-15, 479387937600",
        "17191-03-15, 479387937600",
        "0000-01-01, -63113947200",
        "-0001-12-31, -63114033600",
    })
    // Far days: ERFA's cal2jd, and for -13000 shifted by 16000 years of 146097 days each 400.
    void aDateWithoutSuffixIsTdb(String text, double et) {
        assertThat(Dates.parse(text)).isEqualTo(et);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T24:00,             2026-11-23",
        "2026-12-31T24:00:00.000 TT,   2027-01-01 TT",
        "2026-326T24:00,               2026-11-23",
        "2016-12-31T24:00 UTC,         2017-01-01 UTC",
        "2026-11-22T14:34:56+02:00,    2026-11-22T12:34:56 UTC",
        "2026-11-22T14:34:56+0200,     2026-11-22T12:34:56 UTC",
        "2026-11-22 14:34 +02,         2026-11-22T12:34 UTC",
        "2026-11-22T14:34 UTC+2:00,    ''",
        "2026-11-22T14:34 UTC+02:00,   2026-11-22T12:34 UTC",
        "2026-11-22T12:34Z+00:00,      2026-11-22T12:34 UTC",
        "2026-11-23T00:30+05:45,       2026-11-22T18:45 UTC",
        "2026-12-31T20:00-05:00,       2027-01-01T01:00 UTC",
        "2024-02-29T24:00-12:00,       2024-03-01T12:00 UTC",
        "2017-01-01T00:59:60+01:00,    2016-12-31T23:59:60 UTC",
        "2016-12-31T18:59:60.5-05:00,  2016-12-31T23:59:60.5 UTC",
        "2017-01-01T00:00:37 TAI,      2017-01-01T00:00:00 UTC",
        "2017-01-01T00:00:36.5 tai,    2016-12-31T23:59:60.5 UTC",
        "2017-01-01T00:00:18 GPS,      2017-01-01T00:00:00 UTC",
        "1980-01-06 GPS,               1980-01-06 UTC",
        "1980-01-06T00:00:19 TAI,      1980-01-06 GPS",
        "2026-11-22T12:34:28.184 TAI,  2026-11-22T12:35:00.368 TT",
        "JD 2451545.0 TAI,             2000-01-01T12:00:00 TAI",
        "MJD 60000.5 GPS,              2023-02-25T12:00 GPS",
    })
    void oneEpochInTwoWordings(String text, String other) {
        if (other.isEmpty()) {
            assertThatThrownBy(() -> Dates.parse(text)).isInstanceOf(DateFormatException.class);
        } else {
            double et = Dates.parse(other);
            assertThat(Dates.parse(text)).isCloseTo(et, within(Math.ulp(et)));
        }
    }

    @Test
    void taiAndGpsAreWrittenAsTheyAreRead() {
        double et = Dates.parse("2017-01-01T00:00:37.25 TAI");
        assertThat(EpochFormat.seconds(TimeScale.TAI, 3).format(et)).isEqualTo("2017-01-01T00:00:37.250 TAI");
        assertThat(EpochFormat.seconds(TimeScale.GPS, 3).format(et)).isEqualTo("2017-01-01T00:00:18.250 GPS");
        assertThat(EpochFormat.seconds(TimeScale.UTC, 3).format(et)).isEqualTo("2017-01-01T00:00:00.250 UTC");
    }

    @Test
    void ttIsTwoMillisecondsFromTdbAtMost() {
        // TDB - TT at J2000 by SPICE's formula: 1.657e-3 sin(6.239996 + 1.671e-2 sin(6.239996)), worked out by hand.
        assertThat(Dates.parse("2000-01-01T12:00:00 TT")).isCloseTo(-7.273e-5, within(1e-8));
        for (int year = 1600; year < 2400; year++) {
            assertThat(Dates.parse(year + "-04-04 TT") - Dates.parse(year + "-04-04"))
                    .isCloseTo(1.65e-3, within(8e-5));
        }
    }

    @Test
    void utcFollowsTheWholeSeriesWithinFiftyMicroseconds() throws Exception {
        int rows = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DatesTest.class.getResourceAsStream("utc_erfa.csv")), StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                assertThat(Dates.parse(cells[0] + " UTC"))
                        .as(cells[0])
                        .isCloseTo(Double.parseDouble(cells[1]), within(50e-6));
                rows++;
            }
        }
        assertThat(rows).isEqualTo(77);
    }

    @Test
    void daysOfThirtyThousandYearsAreWhereJavaTimeHasThem() {
        LocalDate origin = LocalDate.of(2000, 1, 1);
        int step = 1;
        for (LocalDate date = LocalDate.of(-13_000, 1, 1); date.getYear() < 17_200; date = date.plusDays(step)) {
            double expected = ChronoUnit.DAYS.between(origin, date) * 86_400.0 - 43_200;
            if (Dates.parse(date.toString()) != expected) {
                assertThat(Dates.parse(date.toString())).as(date.toString()).isEqualTo(expected);
            }
            // Each day of some years of either kind, and the others in leaps that meet every date.
            step = date.getYear() % 500 == 0 || Math.abs(date.getYear()) < 3 ? 1 : 113;
        }
    }

    @Test
    void nowIsTheClocks() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:34:56.789Z"));
        assertThat(Dates.parse(" Now ", clock)).isCloseTo(848622965.9718801, within(2e-7));
        assertThat(Dates.of(Instant.parse("1969-07-20T20:17:40Z"))).isEqualTo(-960910898.8164499);
        assertThat(Dates.parse("now")).isBetween(Dates.parse("2020"), Dates.now());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-13-01 | 5 | month 13: months run 01 to 12",
                "2026-02-30 | 8 | day 30: February 2026 has days 01 to 28",
                "2024-02-30 | 8 | day 30: February 2024 has days 01 to 29",
                "1900-02-29 | 8 | day 29: February 1900 has days 01 to 28",
                "2026-366 | 5 | day 366: the year 2026 has days 001 to 365",
                "2026-000 | 5 | day 000: the year 2026 has days 001 to 365",
                "2026-1-5 | 5 | month 1: write two digits, 01",
                "2026-11-5 | 8 | day 5: write two digits, 05",
                "2026-11- | 8 | no day",
                "2026- | 5 | after the year and its - comes the month (two digits) or the day of the year (three)",
                "26-11-22 | 0 | year 26: a year has at least four digits, as in 0026",
                "-4-11-22 | 0 | year -4: a year has at least four digits, as in -0004",
                "2026/11/22 | 4 | unexpected '/'",
                "2026-11-22T25:00 | 11 | hour 25: hours run 00 to 23, and 24:00 is the end of the day",
                "2026-11-22T24:01 | 11 | hour 24: only 24:00 itself, the end of the day, is a time",
                "2026-11-22T24:00:00.5 | 11 | hour 24: only 24:00 itself, the end of the day, is a time",
                "2026-11-22T12:34+19:00 | 16 | offset +19:00: clocks are at most 18 hours ahead of UTC or behind",
                "2026-11-22T12:34+02:60 | 16 | offset +02:60: clocks are at most 18 hours ahead of UTC or behind",
                "2026-11-22T12:34+2 | 16 | an offset has two digits or four, as in +02:00 or +0200 or +02",
                "2026-11-22T12:34+02: | 20 | no minute of the offset",
                "2026-11-22T12:34+02:00 TDB | 23 | unexpected 'T'",
                "2026-11-22T12:34 TT+02:00 | 19 | unexpected '+'",
                "2026-11-22+02:00 | 10 | unexpected '+'",
                "2017-01-01T00:59:60+02:00 | 17 | second 60: a leap second comes at 23:59:60 UTC, and only on the days"
                        + " listed by IERS",
                "2026-11-22T12:60 | 14 | minute 60: minutes run 00 to 59",
                "2026-11-22T12:00:61 UTC | 17 | second 61: seconds run 00 to 59",
                "2026-11-22T23:59:60 | 17 | second 60: only UTC has leap seconds, and this is TDB",
                "2026-11-22T23:59:60 UTC | 17 | second 60: a leap second comes at 23:59:60 UTC, and only on the days"
                        + " listed by IERS",
                "2016-12-31T22:59:60 UTC | 17 | second 60: a leap second comes at 23:59:60 UTC, and only on the days"
                        + " listed by IERS",
                "2026-11-22T12 | 13 | after the hour come the minutes, as in 12:34",
                "2026-11-22T12:34 CET | 17 | \"CET\" is no time scale known here; there are TDB, TT, UTC (or Z), TAI"
                        + " and GPS",
                "2026-11-22T12:34 UTC+1 | 20 | an offset has two digits or four, as in +02:00 or +0200 or +02",
                "2026 12:00 | 4 | a year alone takes no time of day: give the day too",
                "2026-11T12:00 | 7 | a month alone takes no time of day: give the day too",
                "60000 | 0 | the number 60000 could be a year or a day number; write +60000 or MJD 60000",
                "2026.5 | 0 | a bare number is a Julian date and has seven digits; write JD or MJD or et before"
                        + " another",
                "JD | 2 | JD needs a number, as in JD 2451545.0",
                "et five | 3 | unexpected 'f': after et comes a number of TDB seconds past J2000",
                "et 1e400 | 3 | more seconds than a double can hold",
                "et 1e30 | 0 | outside the years -999999 to +999999",
                "et NaN | 3 | unexpected 'N': after et comes a number of TDB seconds past J2000",
                "tomorrow | 0 | \"tomorrow\" is not understood",
                "'' | 0 | no date given",
                "'   ' | 0 | no date given",
            })
    void whatIsWrongIsSaidAndWhere(String text, int position, String reason) {
        assertThatThrownBy(() -> Dates.parse(text)).isInstanceOfSatisfying(DateFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.position()).isEqualTo(position);
            assertThat(e.text()).isEqualTo(text);
            assertThat(e)
                    .hasMessageContaining(reason)
                    .hasMessageContaining("character " + (position + 1))
                    .hasMessageEndingWith(DateFormatException.EXAMPLE);
        });
    }

    @Test
    void theExampleInTheErrorIsAccepted() {
        for (String date :
                List.of("2026-11-22", "2026-11-22T12:34:56.789 UTC", "2026-326", "JD 2451545.0", "MJD 60000", "now")) {
            assertThat(DateFormatException.EXAMPLE).contains(date);
            assertThat(Dates.parse(date)).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T12:34:56.\u0000", "\ud800", "\u0663\u0660\u0660\u0660", "é", "-", "+", ".", "T", "Z"
            })
    void oddCharactersAreATypedErrorWithAPrintableMessage(String text) {
        assertThatThrownBy(() -> Dates.parse(text))
                .isInstanceOfSatisfying(
                        DateFormatException.class,
                        e -> assertThat(e.getMessage()).doesNotContain("\u0000", "\ud800"));
    }

    @Test
    void noTextEverGivesAnotherExceptionOrANumberThatIsNotFinite() {
        SplittableRandom random = new SplittableRandom(20261122);
        String[] seeds = {
            "2026-11-22T12:34:56.789 UTC",
            "JD 2451545.0 TDB",
            "MJD -60000.25 TT",
            "et -1.5E+8",
            "-13000-366T23:59:59Z",
            "2016-12-31T23:59:60 UTC",
            "now",
            "1969",
            "9999999999999999999999",
            "2451545.",
            "+17191-03-15 00:00"
        };
        String alphabet = "0123456789-+.,: TZtzUTCDBJMETNOWeE/\u00a0\u0000é\ud83c\u2212xX";
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            for (int edits = random.nextInt(5); edits >= 0; edits--) {
                int at = random.nextInt(text.length() + 1);
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, c);
                    case 1 -> text.setLength(at);
                    case 2 -> text.append(text, 0, at);
                    default -> {
                        if (at < text.length()) {
                            text.setCharAt(at, c);
                        }
                    }
                }
            }
            try {
                double et = Dates.parse(text.toString());
                assertThat(et).as(text.toString()).isFinite();
                accepted++;
            } catch (DateFormatException expected) {
                assertThat(expected.position()).isBetween(0, text.length());
                assertThat(expected.getMessage()).hasSizeLessThan(600);
            }
        }
        assertThat(accepted).isGreaterThan(500);
        assertThatThrownBy(() -> Dates.parse("9".repeat(1_000_000))).isInstanceOf(DateFormatException.class);
    }
}
