package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.ephemeris.PlaceKind;
import orrery.frames.ReferenceFrame;
import orrery.spk.Granule;
import orrery.time.EpochFormat;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;
import orrery.time.TimeScale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the state of a body relative to another: km and km/s, at a TDB epoch.",
            "Numbers print so that they read back to the same bits."
        },
        footer = {
            "",
            "In bulk, --queries reads a CSV file (- is standard input). Its header says what is asked:",
            "  target,center,et",
            "      gives target,center,et,x,y,z,vx,vy,vz",
            "  target,observer,abcorr,et",
            "      gives target,observer,abcorr,et,x,y,z,vx,vy,vz,lt",
            "  target,observer,frame,abcorr,et",
            "      gives the same, each row in its own frame",
            "  target,observer,place,et",
            "      gives target,observer,place,et,x,y,z,vx,vy,vz,lt,longitude,latitude",
            "  target,place,et   (from --site; --place is true-equator if not given)",
            "      gives these, x,y,z,vx,vy,vz,lt,longitude,latitude,altitude,azimuth",
            "  seg,et",
            "      gives seg,target,center,frame,type,et,x,y,z,vx,vy,vz",
            "abcorr is NONE, LT, LT+S, CN, CN+S, XLT, XLT+S, XCN or XCN+S, as SPICE means them; lt is the light"
                    + " time in seconds. Rotating frames are evaluated when the light left their center for the"
                    + " observer.",
            "place is as in --place; longitude and latitude, in degrees, are empty for a body seen from itself.",
            "seg is a segment's 0-based position in the one kernel given; its state is in its own frame.",
            "With --json each answer is one line with an object (JSON lines) whose members are these columns; a"
                    + " row that has no answer, with --keep-going, has a member error instead of the values.",
            "",
            "UTC is as in SPICE with naif0012.tls: before 1972 TAI - UTC is 9 s throughout, where the UTC of"
                    + " that time was 1.4 to 10 s behind TAI; after the last leap second, of 2017, it stays at 37 s."
        })
final class StateCommand implements Callable<Integer> {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 6);

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Option(names = "--target", paramLabel = "BODY", description = "NAIF id or name.")
    private @Nullable String target;

    @Option(names = "--center", paramLabel = "BODY", defaultValue = "0", description = "NAIF id or name (default: 0).")
    private String center = "0";

    @Option(
            names = "--abcorr",
            paramLabel = "CORR",
            completionCandidates = Corrections.class,
            description = "Correct for light time and aberration as seen from the center: NONE, LT, LT+S, CN, CN+S;"
                    + " for light sent from the center: XLT, XLT+S, XCN, XCN+S.")
    private @Nullable String abcorr;

    /** Candidates for shell completion. */
    private static final class Corrections implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Aberration.values()).map(Aberration::spiceName).iterator();
        }
    }

    @Option(
            names = "--place",
            paramLabel = "PLACE",
            completionCandidates = Places.class,
            description = {
                "The place that an almanac prints, as seen from the center, instead of --abcorr:",
                "geometric, astrometric, apparent (these are NONE, CN and CN+S);",
                "proper: light time, deflection by the Sun, relativistic aberration; in ICRF;",
                "true-equator, true-ecliptic: the proper place in the axes of date (IAU 2006/2000A).",
                "Also prints longitude and latitude: right ascension and declination, or ecliptic ones."
            })
    private @Nullable String place;

    /** Candidates for shell completion. */
    private static final class Places implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(PlaceKind.values()).map(PlaceKind::word).iterator();
        }
    }

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private AirOptions air = new AirOptions();

    @ArgGroup
    private @Nullable EpochOptions when;

    @Option(
            names = "--frame",
            paramLabel = "FRAME",
            defaultValue = "J2000",
            description = "J2000 (default), ECLIPJ2000, IAU_MARS, or any other frame of SPICE or of a given"
                    + " frame kernel.")
    private String frame = "J2000";

    @Option(
            names = "--explain",
            description = "Also print the kernel, segment and granule of each hop (of the geometric state).")
    private boolean explain;

    @Mixin
    private BulkOptions bulk = new BulkOptions();

    @Option(names = "--json", description = "Print one object instead of text; with --queries, one per line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (site.stray() || (air.given() && !site.given())) {
            throw new UsageException("state: --ut1 and --refraction require --site.");
        }
        CsvQueries queries = bulk.queries(json, out, spec.commandLine().getErr());
        try (KernelPool pool = kernels.open()) {
            if (site.given()) {
                return fromSite(pool, queries, out);
            }
            if (queries != null) {
                if (target != null || when != null || explain) {
                    throw new UsageException(
                            "state: --target, --et, --date and --explain are for one state; leave them out with"
                                    + " --queries.");
                }
                if (abcorr != null || place != null) {
                    throw new UsageException(
                            "state: --abcorr and --place are for one state; with --queries, give them in a"
                                    + " column abcorr or place"
                                    + " of every row.");
                }
                return new BulkQueries(
                                pool,
                                frame(Ephemeris.of(pool)),
                                BodyNames.of(spec.commandLine().getErr(), pool))
                        .answer(queries);
            }
            if (target == null || when == null) {
                throw new UsageException("state: give --target and --et or --date, or --queries.");
            }
            BodyNames names = BodyNames.of(spec.commandLine().getErr(), pool);
            one(pool, names.id(target), names.id(center), when.epoch(), out);
        }
        out.flush();
        return ExitCodes.DONE;
    }

    /** Places as seen from a place on the Earth. */
    private int fromSite(KernelPool pool, @Nullable CsvQueries queries, PrintWriter out) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        BodyNames names = BodyNames.of(err, pool);
        SiteState from = new SiteState(site, air, pool);
        boolean centered = spec.commandLine().getParseResult().hasMatchedOption("--center");
        boolean framed = spec.commandLine().getParseResult().hasMatchedOption("--frame");
        if (centered || framed || abcorr != null || explain) {
            throw new UsageException("state: --site determines the observer, and --place the axes: leave out"
                    + " --center, --frame,"
                    + " --abcorr and --explain.");
        }
        if (queries != null) {
            if (target != null || when != null || place != null) {
                throw new UsageException(
                        "state: --target, --et, --date and --place are for one state; leave them out with --queries.");
            }
            return from.bulk(queries, names);
        }
        if (target == null || when == null) {
            throw new UsageException("state: give --target and --et or --date, or --queries.");
        }
        from.one(names.id(target), when.epoch(), place == null ? PlaceKind.TRUE_EQUATOR : placeKind(place), json, out);
        out.flush();
        return ExitCodes.DONE;
    }

    /** The requested frame, as defined by these kernels. */
    private ReferenceFrame frame(Ephemeris ephemeris) {
        return ephemeris.frames().byName(frame);
    }

    private void one(KernelPool pool, int body, int from, double et, PrintWriter out) {
        Ephemeris ephemeris = Ephemeris.of(pool);
        double[] state = new double[6];
        ReferenceFrame wanted = frame(ephemeris);
        Correction seen = seen(wanted);
        double lightTime = seen.place == null
                ? ephemeris.planetAt(body, from, et, seen.correction, wanted, state)
                : seen.place.of(ephemeris, body, from, et, state);
        List<String> sources =
                wanted.isInertial() ? List.of() : ephemeris.frames().sources(wanted.id(), et);
        List<Hop> hops = explain ? ephemeris.explain(body, from, et) : List.of();
        if (json) {
            out.println(Json.text(describe(new Answer(body, from, et, lightTime, sources, hops), seen, state)));
            return;
        }
        out.printf("%s relative to %s%n", Bodies.label(body), Bodies.label(from));
        out.printf("%s, et %s, frame %s, %s%n", DATE.format(et), et, seen.frame, seen.words);
        String[] axes = {"x", "y", "z", "vx", "vy", "vz"};
        for (int i = 0; i < 6; i++) {
            out.printf("%-3s%s %s%n", axes[i], state[i], i < 3 ? "km" : "km/s");
        }
        if (abcorr != null || place != null) {
            out.printf("lt %s s%n", lightTime);
        }
        if (place != null) {
            PlaceAngles.of(state)
                    .ifPresentOrElse(
                            angles -> out.printf(
                                    "longitude %s deg%nlatitude %s deg%n", angles.longitude(), angles.latitude()),
                            () -> out.println("no longitude, no latitude: a body has no direction from itself"));
        }
        sources.forEach(source -> out.println("frame " + source));
        if (LeapSeconds.table() != LeapSecondTable.BUILT_IN) {
            out.println("leap seconds " + LeapSeconds.table().source());
        }
        for (Hop hop : hops) {
            out.println((hop.fromCenter() ? "- " : "+ ") + sentence(hop));
        }
    }

    /** How a state is corrected: a place, or else SPICE's correction; and its description. */
    private record Correction(@Nullable FramedPlace place, Aberration correction, String frame, String words) {}

    private Correction seen(ReferenceFrame wanted) {
        if (place == null) {
            Aberration correction = abcorr == null ? Aberration.NONE : aberration(abcorr);
            return new Correction(
                    null,
                    correction,
                    wanted.name(),
                    correction == Aberration.NONE ? "geometric" : "aberration " + correction.spiceName());
        }
        String word = place;
        PlaceKind kind = placeKind(word);
        if (abcorr != null) {
            throw new UsageException("state: give --place or --abcorr, not both.");
        }
        return new Correction(
                new FramedPlace(kind, wanted),
                kind.aberration(),
                kind.isOfDate() ? kind.axes() : wanted.name(),
                "place " + kind.word());
    }

    private static String sentence(Hop hop) {
        Granule granule = hop.granule();
        return "%s wrt %s: %s, segment %d (type %d), granule %d of %d, et %s to %s, byte %d"
                .formatted(
                        hop.segment().target(),
                        hop.segment().center(),
                        hop.kernel().name(),
                        hop.segment().info().index(),
                        hop.segment().info().type(),
                        granule.index(),
                        hop.segment().records(),
                        granule.start(),
                        granule.end(),
                        granule.offset());
    }

    static PlaceKind placeKind(String word) {
        return PlaceKind.named(word)
                .orElseThrow(
                        () -> new UsageException("place \"" + word + "\": it is one of " + PlaceKind.words() + "."));
    }

    static Aberration aberration(String name) {
        return Aberration.named(name)
                .orElseThrow(() -> new UsageException(
                        "aberration correction \"" + name + "\": it is one of " + Aberration.names() + "."));
    }

    /** What is printed with a state. */
    private record Answer(int body, int from, double et, double lightTime, List<String> sources, List<Hop> hops) {}

    private ObjectNode describe(Answer answer, Correction seen, double[] state) {
        ObjectNode node = Json.object();
        node.put("target", answer.body)
                .put("center", answer.from)
                .put("et", answer.et)
                .put("date", DATE.format(answer.et));
        node.put("frame", seen.frame);
        if (!answer.sources.isEmpty()) {
            answer.sources.forEach(node.putArray("frameSources")::add);
        }
        if (LeapSeconds.table() != LeapSecondTable.BUILT_IN) {
            node.put("leapSeconds", LeapSeconds.table().source());
        }
        if (seen.place == null) {
            node.put("aberration", seen.correction.spiceName());
        } else {
            node.put("place", seen.place.kind().word());
        }
        node.set("position_km", Json.array(state, 0, 3));
        node.set("velocity_km_s", Json.array(state, 3, 6));
        node.put("lightTime_s", answer.lightTime);
        if (seen.place != null) {
            Optional<PlaceAngles> angles = PlaceAngles.of(state);
            node.put("longitude_deg", angles.map(PlaceAngles::longitude).orElse(null))
                    .put("latitude_deg", angles.map(PlaceAngles::latitude).orElse(null));
        }
        if (explain) {
            ArrayNode list = node.putArray("hops");
            for (Hop hop : answer.hops) {
                Granule granule = hop.granule();
                ObjectNode h = list.addObject();
                h.put("kernel", hop.kernel().path().toString());
                h.put("segment", hop.segment().info().index());
                h.put("target", hop.segment().target())
                        .put("center", hop.segment().center());
                h.put("type", hop.segment().info().type())
                        .put("frame", hop.segment().frame());
                h.put("sign", hop.fromCenter() ? -1 : 1);
                h.put("granule", granule.index());
                h.put("granuleStart", granule.start()).put("granuleEnd", granule.end());
                h.put("offset", granule.offset()).put("bytes", granule.bytes());
            }
        }
        return node;
    }
}
