package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import orrery.ephemeris.EventKind;
import orrery.ephemeris.Site;
import orrery.ephemeris.SkyEvent;
import orrery.time.Dates;

class EventCalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static String calendar(int left, SkyEvent... events) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        assertThat(EventCalendar.print(List.of(events), NOW, out)).isEqualTo(left);
        out.flush();
        return text.toString();
    }

    @Test
    void anEventIsAnEntryAtItsInstantInUtc() {
        SkyEvent eclipse =
                new SkyEvent(EventKind.TOTAL_SOLAR_ECLIPSE, Dates.parse("2024-04-08T18:17:20 UTC"), 301, 10, 0.34314);
        assertThat(calendar(0, eclipse))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Orrery//Events//EN",
                        "BEGIN:VEVENT",
                        "UID:total-solar-eclipse-301-10-765872309@orrery",
                        "DTSTAMP:20261128T120000Z",
                        "DTSTART:20240408T181720Z",
                        "SUMMARY:Moon\\, Sun: total solar eclipse",
                        "DESCRIPTION:2024-04-08T18:18:29 TDB\\, 0.3431 earth radii",
                        "CATEGORIES:eclipses",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctets() {
        SkyEvent event = new SkyEvent(EventKind.GREATEST_BRILLIANCY_EVENING, 7e8, -95, -53, -4.5);
        String text = calendar(0, event);
        assertThat(text).contains("\r\n ");
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(text.replace("\r\n ", ""))
                .contains("SUMMARY:Mars Global Surveyor (simulation)\\, Mars Pathfinder / Mars Odyssey: greatest"
                        + " brilliancy");
    }

    @Test
    void aYearThatACalendarCannotHoldIsLeftOutAndCounted() {
        SkyEvent far = new SkyEvent(EventKind.NEW_MOON, Dates.parse("+17000-01-01"), 301, 10, 4e5);
        assertThat(calendar(1, far)).doesNotContain("VEVENT");
    }

    @Test
    void anEventOfAPlaceSaysHowHighAndWhere() {
        SkyEvent event = new SkyEvent(
                EventKind.TRANSIT_BEGINS,
                7e8,
                199,
                10,
                0.2706,
                Optional.of(new SkyEvent.Local(20.24, 193, OptionalDouble.empty())));
        assertThat(calendar(0, event).replace("\r\n ", ""))
                .contains("0.2706 deg\\, altitude 20.2 deg\\, azimuth 193.0 deg\r\n");
    }

    @Test
    void anEventThatIsSeenFromSomewhereSaysWhereBest() {
        SkyEvent event = new SkyEvent(
                EventKind.OCCULTATION_SOMEWHERE_ON_EARTH,
                7e8,
                299,
                301,
                0.7116,
                Optional.of(
                        new SkyEvent.Local(31.36, 193, OptionalDouble.empty(), Optional.of(Site.at(-12.25, 48.5, 0)))));
        assertThat(calendar(0, event).replace("\r\n ", ""))
                .contains("\\, seen best from longitude -12.3\\, latitude 48.5: there altitude 31.4 deg\\, azimuth"
                        + " 193.0 deg\r\n")
                .contains("\r\nGEO:48.500000;-12.250000\r\n");
    }
}
