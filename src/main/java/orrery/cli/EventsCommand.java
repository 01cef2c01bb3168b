package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFamily;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.SearchGap;
import orrery.ephemeris.Site;
import orrery.ephemeris.SkyEvent;
import orrery.exchange.EventCalendar;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = {
            "Finds eclipses, transits, conjunctions and all other events between two dates, to a second.",
            "These are conjunctions, oppositions, quadratures, stations, greatest elongations and brilliancies,"
                    + " dichotomies (half phases), apsides, nodes, closest approaches, phases, eclipses, transits,"
                    + " occultations, seasons and edge-on views of Saturn's rings; for planets' moons, if a"
                    + " satellite kernel is loaded, every eclipse, transit, shadow and occultation.",
            "All are as seen from the Earth's center, with light time, deflection and aberration, in the"
                    + " ecliptic of date. With --site, eclipses, transits and occultations are those seen above the"
                    + " horizon of that place.",
            "Without --site, occultations are also those seen from somewhere on the Earth: with the place from which"
                    + " the body is hidden most, and its altitude there (0: it is on the horizon)."
        })
final class EventsCommand implements Callable<Integer> {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "ISO date or JD; TDB unless it ends in UTC, Z, +02:00, TT, TAI or GPS.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DATE",
            description = "As --from, but later; the span ends just before this second.")
    private String to = "";

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "FAMILY",
            completionCandidates = Families.class,
            description = "Families of events: conjunctions, oppositions, elongations, apsides (perihelion, aphelion),"
                    + " approaches, phases, eclipses, transits, occultations, moons (of planets:"
                    + " eclipses, transits, shadows, occultations), mutuals (moons hiding or darkening"
                    + " each other), seasons, stations, quadratures, brilliancies, dichotomies, nodes,"
                    + " rings; several with commas (default: all).")
    private List<String> kinds = new ArrayList<>();

    /** Candidates for shell completion. */
    private static final class Families implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(EventFamily.values()).map(EventFamily::word).iterator();
        }
    }

    @Option(
            names = "--body",
            split = ",",
            paramLabel = "BODY",
            description = "NAIF id or name; several with commas: only events of these bodies (default: the planets,"
                    + " the Moon, whatever orbits the Sun directly, the large moons of planets).")
    private List<String> bodies = new ArrayList<>();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Option(names = "--json", description = "Print one object instead of a table.")
    private boolean json;

    @Option(
            names = "--ics",
            description = "Print an iCalendar file (RFC 5545, times in UTC) for calendar programs instead of a table.")
    private boolean ics;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        // Dates after loading the kernels, which may define leap seconds.
        try (KernelPool pool = kernels.open()) {
            double start = Dates.parse(from);
            double end = Dates.parse(to);
            if (!(start < end)) {
                throw new UsageException("events: --from is " + DATE.format(start) + ", --to is " + DATE.format(end)
                        + "; the second must be later.");
            }
            if (site.stray()) {
                throw new UsageException("events: --ut1 requires --site.");
            }
            BodyNames names = BodyNames.of(err, pool);
            if (json && ics) {
                throw new UsageException("events: give --json or --ics, not both.");
            }
            EventFinder.Search search = new EventFinder.Search(
                    start,
                    end,
                    families(),
                    bodies.stream().map(names::id).toList(),
                    site.given()
                            ? Optional.of(new EventFinder.From(site.site(), site.orientation()))
                            : Optional.empty());
            EventFinder.Found found = find(Ephemeris.of(pool), search);
            UnsearchedText.lines(found.unsearched()).forEach(err::println);
            if (found.passes() == 0) {
                return nobody(search, err);
            }
            print(found, spec.commandLine().getOut());
            if (!found.searched()) {
                err.println("events: nothing could be searched.");
                return ExitCodes.KERNEL;
            }
        }
        return ExitCodes.DONE;
    }

    /** None of the requested bodies has such events. */
    private static int nobody(EventFinder.Search search, PrintWriter err) {
        String kinds = EnumSet.copyOf(search.families()).stream()
                .map(EventFamily::word)
                .collect(Collectors.joining(", "));
        if (search.bodies().isEmpty()) {
            boolean moons = Set.of(EventFamily.MOONS, EventFamily.MUTUALS).containsAll(search.families());
            String lacking = moons ? "satellite" : "planetary";
            err.println("events: these kernels contain no body of which there are " + kinds
                    + " as the Earth sees them; add a " + lacking + " kernel.");
            return ExitCodes.KERNEL;
        }
        throw new UsageException("events: of "
                + search.bodies().stream().map(Bodies::label).collect(Collectors.joining(", ")) + " there are no "
                + kinds + ".");
    }

    private static EventFinder.Found find(Ephemeris ephemeris, EventFinder.Search search) {
        try (ProgressLine bar = new ProgressLine("events")) {
            return new EventFinder(ephemeris).find(search, new EventFinder.Watch() {
                @Override
                public void at(double fraction) {
                    bar.at(fraction);
                }
            });
        }
    }

    private Set<EventFamily> families() {
        Set<EventFamily> families = EnumSet.noneOf(EventFamily.class);
        for (String kind : kinds) {
            families.add(EventFamily.named(kind)
                    .orElseThrow(() ->
                            new UsageException("kind \"" + kind + "\": it is one of " + EventFamily.words() + ".")));
        }
        return families.isEmpty() ? EnumSet.allOf(EventFamily.class) : families;
    }

    private void print(EventFinder.Found found, PrintWriter out) {
        if (ics) {
            int left = EventCalendar.print(found.events(), Instant.now(), out);
            if (left > 0) {
                spec.commandLine()
                        .getErr()
                        .println("events: " + left + " not in the calendar, whose years run 0000 to 9999.");
            }
        } else if (json) {
            out.println(Json.text(describe(found)));
        } else {
            table(found).print(out, "");
        }
        out.flush();
    }

    private TextTable table(EventFinder.Found found) {
        List<String> heads = new ArrayList<>(List.of("date", "kind", "body", "other", "value", "unit"));
        boolean somewhere = found.events().stream().anyMatch(EventsCommand::isSomewhere);
        if (site.given()) {
            heads.addAll(List.of("altitude", "azimuth", "obscured"));
        } else if (somewhere) {
            heads.addAll(List.of("longitude", "latitude", "altitude"));
        }
        TextTable table = new TextTable(heads.toArray(String[]::new));
        for (SkyEvent event : found.events()) {
            List<String> cells = new ArrayList<>(List.of(
                    DATE.format(event.et()),
                    event.kind().words(),
                    Bodies.label(event.body()),
                    Bodies.label(event.other()),
                    EventCalendar.figure(event),
                    event.kind().measure().unit()));
            if (site.given()) {
                cells.addAll(local(event));
            } else if (somewhere) {
                cells.addAll(nearest(event));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static boolean isSomewhere(SkyEvent event) {
        return event.local().flatMap(SkyEvent.Local::nearest).isPresent();
    }

    private static List<String> nearest(SkyEvent event) {
        return event.local()
                .flatMap(l -> l.nearest()
                        .map(place -> Stream.of(place.longitude(), place.latitude(), l.altitude())
                                .map(degrees -> String.format(Locale.ROOT, "%.1f", degrees))
                                .toList()))
                .orElse(List.of("-", "-", "-"));
    }

    private static List<String> local(SkyEvent event) {
        return event.local()
                .map(l -> List.of(
                        String.format(Locale.ROOT, "%.1f", l.altitude()),
                        String.format(Locale.ROOT, "%.1f", l.azimuth()),
                        l.obscuration().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.4f", l.obscuration().getAsDouble())
                                : "-"))
                .orElse(List.of("-", "-", "-"));
    }

    private ObjectNode describe(EventFinder.Found found) {
        ObjectNode node = Json.object();
        node.put("timeScale", "TDB").put("tolerance_s", EventFinder.TOLERANCE);
        node.put("place", "proper, geocentric, ecliptic of date; distances geometric");
        if (site.given()) {
            Site from = site.site();
            node.putObject("site")
                    .put("name", from.name())
                    .put("longitude_deg", from.longitude())
                    .put("latitude_deg", from.latitude())
                    .put("height_m", from.height())
                    .put("seen", "events with an altitude; without refraction");
        }
        ArrayNode list = node.putArray("events");
        for (SkyEvent event : found.events()) {
            ObjectNode e = list.addObject();
            e.put("date", DATE.format(event.et())).put("et", event.et());
            e.put("kind", event.kind().words())
                    .put("family", event.kind().family().word());
            e.put("body", event.body()).put("other", event.other());
            e.put("value", event.value()).put("unit", event.kind().measure().unit());
            event.local().ifPresent(l -> {
                e.put("altitude_deg", l.altitude()).put("azimuth_deg", l.azimuth());
                l.obscuration().ifPresent(part -> e.put("obscuration", part));
                l.nearest()
                        .ifPresent(place -> e.putObject("nearest")
                                .put("longitude_deg", place.longitude())
                                .put("latitude_deg", place.latitude()));
            });
        }
        ArrayNode unsearched = node.putArray("unsearched");
        for (SearchGap one : found.unsearched()) {
            ObjectNode u = unsearched.addObject();
            u.put("body", one.reason().body())
                    .put("why", one.reason().why().name().toLowerCase(Locale.ROOT));
            u.put("from", one.reason().from()).put("to", one.reason().to());
            ArrayNode words = u.putArray("families");
            EnumSet.copyOf(one.families()).forEach(family -> words.add(family.word()));
        }
        return node;
    }
}
