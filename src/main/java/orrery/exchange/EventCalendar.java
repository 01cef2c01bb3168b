package orrery.exchange;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.SkyEvent;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Events as an iCalendar file (RFC 5545) for calendar programs: one entry per event, at its instant in UTC, with no
 * duration. The same event always has the same UID, so that importing a file twice adds nothing.
 */
public final class EventCalendar {
    private static final EpochFormat UTC = EpochFormat.seconds(TimeScale.UTC, 0).unlabeled();
    private static final EpochFormat TDB = EpochFormat.seconds(TimeScale.TDB, 0);
    /** Octets of a line, without its line break. */
    private static final int WIDEST = 75;
    /** Length of a date with a four-digit year, as a calendar needs it. */
    private static final int DATE = 19;

    private EventCalendar() {}

    /**
     * Prints a calendar.
     *
     * @param now creation time
     * @return number of events left out because their year does not have four digits
     */
    public static int print(List<SkyEvent> events, Instant now, PrintWriter out) {
        line("BEGIN:VCALENDAR", out);
        line("VERSION:2.0", out);
        line("PRODID:-//Orrery//Events//EN", out);
        String stamp = stamp(UTC.format(Dates.of(now)));
        int left = 0;
        for (SkyEvent event : events) {
            String date = UTC.format(event.et());
            if (date.length() == DATE) {
                entry(event, stamp(date), stamp, out);
            } else {
                left++;
            }
        }
        line("END:VCALENDAR", out);
        return left;
    }

    private static void entry(SkyEvent event, String date, String stamp, PrintWriter out) {
        line("BEGIN:VEVENT", out);
        line(
                "UID:%s-%d-%d-%d@orrery"
                        .formatted(
                                event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                event.body(),
                                event.other(),
                                Math.round(event.et())),
                out);
        line("DTSTAMP:" + stamp, out);
        line("DTSTART:" + date, out);
        line("SUMMARY:" + escaped(summary(event)), out);
        line(
                "DESCRIPTION:"
                        + escaped(TDB.format(event.et()) + ", " + figure(event) + " "
                                + event.kind().measure().unit()
                                + event.local().map(EventCalendar::seen).orElse("")),
                out);
        event.local()
                .flatMap(SkyEvent.Local::nearest)
                .ifPresent(place ->
                        line(String.format(Locale.ROOT, "GEO:%.6f;%.6f", place.latitude(), place.longitude()), out));
        line("CATEGORIES:" + event.kind().family().word(), out);
        line("TRANSP:TRANSPARENT", out);
        line("END:VEVENT", out);
    }

    private static String seen(SkyEvent.Local local) {
        String sky =
                String.format(Locale.ROOT, ", altitude %.1f deg, azimuth %.1f deg", local.altitude(), local.azimuth());
        return local.nearest()
                .map(place -> String.format(
                        Locale.ROOT,
                        ", seen best from longitude %.1f, latitude %.1f: there%s",
                        place.longitude(),
                        place.latitude(),
                        sky.substring(1)))
                .orElse(sky);
    }

    /** The event's value, with as many digits as it is good for. */
    public static String figure(SkyEvent event) {
        return switch (event.kind().measure()) {
            case DISTANCE, LEAST_DISTANCE, LARGEST_DISTANCE -> String.format(Locale.ROOT, "%.0f", event.value());
            case BRIGHTNESS -> String.format(Locale.ROOT, "%.2f", event.value());
            case SEPARATION, GAMMA, MAGNITUDE, PART, LONGITUDE, PHASE, LATITUDE ->
                String.format(Locale.ROOT, "%.4f", event.value());
        };
    }

    private static String summary(SkyEvent event) {
        return Bodies.name(event.body()) + ", " + Bodies.name(event.other()) + ": "
                + event.kind().words();
    }

    /** {@code 20240408T181720Z}. */
    private static String stamp(String date) {
        return date.replace("-", "").replace(":", "") + "Z";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds a line longer than 75 octets, between letters. */
    private static void line(String text, PrintWriter out) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            String letter = Character.toString(text.codePointAt(i));
            int length = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > WIDEST) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets += length;
            i += letter.length();
        }
        out.print(folded.append("\r\n"));
    }
}
