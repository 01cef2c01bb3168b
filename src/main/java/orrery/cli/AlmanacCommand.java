package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.SiteDay;
import orrery.ephemeris.SiteMoment;
import orrery.ephemeris.SiteView;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "almanac",
        mixinStandardHelpOptions = true,
        description = {
            "Prints when bodies rise, cross the meridian and set at a place on the Earth on a day, and its twilights.",
            "The horizon is a sea horizon with a refraction of 34'; for the Sun and the Moon, the upper limb counts."
        })
final class AlmanacCommand implements Callable<Integer> {
    private static final EpochFormat TDB = EpochFormat.seconds(TimeScale.TDB, 0);

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Mixin
    private SiteOptions place = new SiteOptions();

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The day, as 2026-11-28, from midnight to midnight in the zone (default: today).")
    private @Nullable String date;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of the day and the times: Europe/Berlin, UTC, +02:00 (default: the city's,"
                    + " else UTC).")
    private @Nullable String zone;

    @Option(
            names = "--body",
            split = ",",
            paramLabel = "BODY",
            description = "NAIF id or name; several with commas (default: the Sun, the Moon and the planets).")
    private List<String> bodies = new ArrayList<>();

    @Option(names = "--json", description = "Print one object instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (KernelPool pool = kernels.open()) {
            SiteView view = place.view(pool);
            ZoneId clock = clock(view);
            LocalDate day = day(clock);
            double from = Dates.of(day.atStartOfDay(clock).toInstant());
            double to = Dates.of(day.plusDays(1).atStartOfDay(clock).toInstant());
            List<Integer> asked = asked(pool, err);
            SiteDay sky = new SiteDay(view);
            List<Row> rows = new ArrayList<>();
            int failed = 0;
            for (int body : asked) {
                try {
                    rows.add(new Row(body, sky.of(body, from, to), sky.up(body, from)));
                } catch (KernelException e) {
                    err.println(Bodies.label(body) + ": " + e.getMessage());
                    failed++;
                }
            }
            Almanac almanac = new Almanac(view, day, clock, rows, sky.twilight(from, to));
            if (json) {
                out.println(Json.text(almanac.describe()));
            } else {
                almanac.print(out);
            }
            out.flush();
            return !asked.isEmpty() && failed == asked.size() ? ExitCodes.KERNEL : ExitCodes.DONE;
        }
    }

    private record Row(int body, List<SiteMoment> moments, boolean up) {
        private List<SiteMoment> of(SiteMoment.Kind kind) {
            return moments.stream().filter(m -> m.kind() == kind).toList();
        }

        /** Why it neither rises nor sets. */
        private String instead() {
            return of(SiteMoment.Kind.RISE).isEmpty() && of(SiteMoment.Kind.SET).isEmpty()
                    ? up ? "up all day" : "down all day"
                    : "";
        }
    }

    private ZoneId clock(SiteView view) {
        String asked = zone == null ? view.site().zone() : zone;
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException _) {
            throw new UsageException(
                    "almanac: time zone \"" + asked + "\": give one such as Europe/Berlin, UTC or +02:00.");
        }
    }

    private LocalDate day(ZoneId clock) {
        if (date == null) {
            return LocalDate.now(clock);
        }
        try {
            return LocalDate.parse(date.strip());
        } catch (DateTimeException _) {
            throw new UsageException("almanac: day \"" + date + "\": give a date such as 2026-11-28.");
        }
    }

    private List<Integer> asked(KernelPool pool, PrintWriter err) {
        if (!bodies.isEmpty()) {
            BodyNames names = BodyNames.of(err, pool);
            return bodies.stream().map(names::id).distinct().toList();
        }
        List<Integer> asked = new ArrayList<>(List.of(NaifIds.SUN, NaifIds.MOON));
        for (int body : EventFinder.bodies(Ephemeris.of(pool))) {
            if (NaifIds.planetNumber(body) > 0 && body != NaifIds.MOON && body != NaifIds.EARTH) {
                asked.add(body);
            }
        }
        asked.removeIf(body -> pool.schedule(body) == null);
        asked.subList(Math.min(2, asked.size()), asked.size()).sort(Comparator.comparingInt(NaifIds::planetNumber));
        return asked;
    }

    /** The almanac of a day. */
    private record Almanac(SiteView view, LocalDate day, ZoneId clock, List<Row> rows, List<SiteMoment> twilight) {
        private void print(PrintWriter out) {
            out.printf("%s, %s, times in %s%n", view.site(), day, clock);
            TextTable table = new TextTable("body", "rise", "azimuth", "transit", "altitude", "set", "azimuth", "");
            for (Row row : rows) {
                table.row(
                        Bodies.label(row.body()),
                        times(row.of(SiteMoment.Kind.RISE), clock),
                        degrees(row.of(SiteMoment.Kind.RISE), false),
                        times(row.of(SiteMoment.Kind.TRANSIT), clock),
                        degrees(row.of(SiteMoment.Kind.TRANSIT), true),
                        times(row.of(SiteMoment.Kind.SET), clock),
                        degrees(row.of(SiteMoment.Kind.SET), false),
                        row.instead());
            }
            table.print(out, "");
            if (rows.stream().anyMatch(row -> row.body() == NaifIds.SUN)) {
                for (SiteMoment moment : twilight) {
                    out.println(moment.kind().words() + " " + time(moment, clock));
                }
            }
            out.println("earth " + orientation());
        }

        private ObjectNode describe() {
            ObjectNode node = Json.object();
            node.put("site", view.site().name())
                    .put("longitude_deg", view.site().longitude())
                    .put("latitude_deg", view.site().latitude())
                    .put("height_m", view.site().height());
            node.put("day", day.toString()).put("zone", clock.toString());
            node.put("earthOrientation", orientation());
            ArrayNode list = node.putArray("bodies");
            for (Row row : rows) {
                ObjectNode body = list.addObject();
                body.put("body", row.body()).put("name", Bodies.name(row.body()));
                if (!row.instead().isEmpty()) {
                    body.put("allDay", row.up() ? "up" : "down");
                }
                moments(body.putArray("moments"), row.moments(), clock);
            }
            moments(node.putArray("twilight"), twilight, clock);
            return node;
        }

        private String orientation() {
            return view.orientation(Dates.of(day.atStartOfDay(clock).toInstant()));
        }
    }

    private static String times(List<SiteMoment> moments, ZoneId clock) {
        return moments.isEmpty()
                ? "-"
                : String.join(" ", moments.stream().map(m -> time(m, clock)).toList());
    }

    private static String time(SiteMoment moment, ZoneId clock) {
        return zoned(moment.et(), clock).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** Rounded to the nearest second of the zone's clock. */
    private static ZonedDateTime zoned(double et, ZoneId clock) {
        return Dates.instant(et + 0.5).truncatedTo(ChronoUnit.SECONDS).atZone(clock);
    }

    private static String degrees(List<SiteMoment> moments, boolean altitude) {
        return moments.isEmpty()
                ? "-"
                : String.join(
                        " ",
                        moments.stream()
                                .map(m -> String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        Math.toDegrees(
                                                altitude
                                                        ? m.place().altitude()
                                                        : m.place().azimuth())))
                                .toList());
    }

    private static void moments(ArrayNode list, List<SiteMoment> moments, ZoneId clock) {
        for (SiteMoment moment : moments) {
            list.addObject()
                    .put("kind", moment.kind().words())
                    .put("time", zoned(moment.et(), clock).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .put("date", TDB.format(moment.et()))
                    .put("et", moment.et())
                    .put("altitude_deg", Math.toDegrees(moment.place().altitude()))
                    .put("azimuth_deg", Math.toDegrees(moment.place().azimuth()));
        }
    }
}
