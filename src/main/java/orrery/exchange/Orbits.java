package orrery.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.files.Digest;
import orrery.forge.Attractors;
import orrery.forge.Outgassing;
import orrery.forge.Particle;
import orrery.forge.RawSegment;
import orrery.forge.RefitException;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.math.LengthText;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Osculating elements, collected while a file is read, and the trajectories made from them: integrated among the bodies
 * of the planets' kernels, several at a time, and fitted; or conics about the Sun.
 *
 * <p>For use by one thread, which delegates to others: each object is integrated by one of them.
 */
final class Orbits {
    /** A kernel has no more segments than can be read again. */
    private static final int MOST = 200_000;

    /** So many are integrated in some minutes; nobody means all of the Minor Planet Center's million. */
    private static final int UNCHOSEN = 20_000;

    private static final int AT_ONCE = 64;
    private static final EpochFormat DATE = EpochFormat.days(TimeScale.TDB);

    private final Path file;
    private final ImportOptions options;
    private final OrbitOptions how;
    private final Findings findings;
    private final Tracks tracks;
    private final List<OsculatingElements> all = new ArrayList<>();
    private final Set<String> unmatched;
    private long read;
    private long fitting;
    private long epochless;

    Orbits(Path file, ImportOptions options, Findings findings, Tracks tracks) {
        this.file = file;
        this.options = options;
        this.how = options.orbits();
        this.findings = findings;
        this.tracks = tracks;
        this.unmatched = new LinkedHashSet<>(how.bodies());
    }

    /** Adds an object, if it is wanted. */
    void add(OsculatingElements elements) {
        read++;
        if (!how.bodies().isEmpty()) {
            List<String> meant =
                    how.bodies().stream().filter(elements.body()::is).toList();
            if (meant.isEmpty()) {
                return;
            }
            meant.forEach(unmatched::remove);
        }
        fitting++;
        if (fitting <= most()) {
            all.add(elements);
        }
    }

    private int most() {
        return how.twoBody() || !how.bodies().isEmpty() ? MOST : UNCHOSEN;
    }

    /** For objects whose elements have no epoch. */
    void epochless() {
        epochless++;
    }

    /** An object being integrated; if only the Sun attracts, there are no others. */
    private record Task(
            OsculatingElements elements, Particle particle, double from, double to, Optional<Attractors> attractors) {}

    /** The outcome of one object: if {@code carried} is missing, {@code reason} says why. */
    private record Done(Task task, Particle.@Nullable Arc carried, String reason) {}

    /** Integrates all of them. */
    void carry(Progress progress) throws IOException {
        if (read == 0) {
            throw BadInputException.of(
                    file, "none of its lines is an orbit", "see whether it was truncated, and fetch it again");
        }
        if (!unmatched.isEmpty()) {
            throw BadInputException.of(
                    file,
                    BadInputException.quoted(unmatched.iterator().next())
                            + (read == 1
                                    ? " is not the object in it"
                                    : String.format(Locale.ROOT, " is not among its %,d objects", read)),
                    "give a number, a designation or a name as the file has it");
        }
        if (fitting > most()) {
            throw BadInputException.of(
                    file,
                    String.format(
                            Locale.ROOT,
                            "it holds %,d orbits, and at most %,d %s",
                            fitting,
                            most(),
                            most() == MOST ? "fit in one kernel" : "are integrated when none are chosen"),
                    "choose some with --body, by number, designation or name, or import parts of the file");
        }
        List<Task> tasks = tasks();
        if (how.twoBody()) {
            for (Task task : tasks) {
                conic(task);
            }
            findings.understood("only the Sun attracts them: conics, good near their epoch only");
        } else {
            integrate(tasks, progress);
        }
        if (read > all.size()) {
            findings.ignored(Counted.of(read - all.size(), "object that was", "objects that were") + " not requested");
        }
        if (epochless > 0) {
            findings.understood(String.format(
                    Locale.ROOT,
                    "%,d comet%s without an epoch: the elements are taken to be those of the perihelion",
                    epochless,
                    epochless == 1 ? "" : "s"));
        }
    }

    private List<Task> tasks() {
        Map<Integer, OsculatingElements> taken = new HashMap<>();
        Map<List<Double>, Attractors> fields = new HashMap<>();
        List<Task> tasks = new ArrayList<>();
        for (OsculatingElements one : all) {
            OptionalInt id = SmallBodyIds.of(options.targets(), one.body(), all.size() == 1);
            if (id.isEmpty() && all.size() > 1) {
                findings.ignored(one.body().name() + ", which no rule gives an id: give one with --id");
                continue;
            }
            if (id.isEmpty()) {
                throw BadInputException.at(
                        file,
                        one.line(),
                        BadInputException.quoted(one.body().name()),
                        "for which no rule gives an id",
                        "give one as --id \"" + one.body().name() + "=ID\"");
            }
            OsculatingElements other = taken.put(id.getAsInt(), one);
            if (other != null) {
                throw BadInputException.at(
                        file,
                        one.line(),
                        BadInputException.quoted(one.body().name()) + " has the id " + id.getAsInt(),
                        "which " + BadInputException.quoted(other.body().name()) + " in line " + other.line()
                                + " already has",
                        "give another as --id \"" + one.body().name() + "=ID\"");
            }
            double[] state = one.state();
            if (state == null) {
                throw BadInputException.at(
                        file,
                        one.line(),
                        BadInputException.quoted(one.body().name()),
                        "with elements that no orbit has",
                        "correct or remove them");
            }
            tasks.add(task(one, new Particle(id.getAsInt(), one.epoch(), state, one.push()), fields));
        }
        return tasks;
    }

    private Task task(OsculatingElements one, Particle particle, Map<List<Double>, Attractors> fields) {
        double from = Double.isNaN(how.from()) ? one.epoch() - Constants.JULIAN_YEAR : how.from();
        double to = Double.isNaN(how.to()) ? one.epoch() + Constants.JULIAN_YEAR : how.to();
        if (from >= to) {
            // The requested objects have elements outside the year about the epoch.
            from = Double.isNaN(how.from()) ? to - Constants.JULIAN_YEAR : from;
            to = Double.isNaN(how.to()) ? from + Constants.JULIAN_YEAR : to;
        }
        if (how.twoBody()) {
            return new Task(one, particle, from, to, Optional.empty());
        }
        KernelPool planets = how.planets()
                .orElseThrow(() -> BadInputException.of(
                        file,
                        "it holds osculating elements, which are integrated among the planets of a kernel",
                        "give one with -k, or --two-body"));
        Ephemeris ephemeris = Ephemeris.of(planets);
        Coverage sun = ephemeris.coverage(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER);
        if (!sun.isEmpty()) {
            // Objects that were not requested end where the planets do.
            from = Double.isNaN(how.from()) ? Math.max(from, sun.start()) : from;
            to = Double.isNaN(how.to()) ? Math.min(to, sun.end()) : to;
        }
        double first = Math.min(from, one.epoch());
        double last = Math.max(to, one.epoch());
        try {
            Attractors field = fields.computeIfAbsent(List.of(first, last), _ -> Attractors.of(ephemeris, first, last));
            return new Task(one, particle, from, to, Optional.of(field));
        } catch (IllegalArgumentException e) {
            throw BadInputException.at(
                    file,
                    one.line(),
                    BadInputException.quoted(one.body().name()) + " with elements of " + day(one.epoch()),
                    "to be integrated from " + day(from) + " to " + day(to) + ", and " + e.getMessage()
                            + (sun.isEmpty() ? "" : " but from " + day(sun.start()) + " to " + day(sun.end())),
                    "ask for another span with --from and --to, or give other planets with -k");
        }
    }

    private void conic(Task task) throws IOException {
        tracks.store()
                .add(task.particle()
                        .conic(
                                task.from(),
                                task.to(),
                                RawSegment.nameOf(task.elements().body().name())));
        report(task, "a conic, type 5");
        if (task.elements().push().acts()) {
            findings.ignored(task.elements().push().words() + " of "
                    + task.elements().body().name());
        }
        comment(task, "moves about the Sun alone, type 5.");
    }

    private void integrate(List<Task> tasks, Progress progress) throws IOException {
        int failed = 0;
        String first = "";
        for (int begin = 0; begin < tasks.size(); begin += AT_ONCE) {
            List<Task> some = tasks.subList(begin, Math.min(tasks.size(), begin + AT_ONCE));
            Progress asking = new Progress() {
                @Override
                public boolean isCancelled() {
                    return progress.isCancelled();
                }
            };
            List<Done> done = IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(i -> carried(some.get(i), asking))
                    .toList();
            for (Done one : done) {
                Particle.Arc carried = one.carried();
                if (carried == null) {
                    failed++;
                    first = first.isEmpty() ? one.reason() : first;
                    findings.ignored(one.task().elements().body().name() + ": " + one.reason());
                } else {
                    kept(one.task(), carried);
                }
            }
            progress.at((double) (begin + some.size()) / tasks.size());
            progress.check("The import was cancelled.");
        }
        if (failed == tasks.size()) {
            throw BadInputException.at(
                    file,
                    tasks.getFirst().elements().line(),
                    BadInputException.quoted(tasks.getFirst().elements().body().name()),
                    "with elements that cannot be integrated (" + first + ")",
                    "ask for another span with --from and --to, or a wider --tolerance");
        }
        forces(tasks);
    }

    private Done carried(Task task, Progress progress) {
        try {
            return new Done(
                    task,
                    task.particle()
                            .carry(
                                    task.attractors().orElseThrow(),
                                    new Coverage.Span(task.from(), task.to()),
                                    how.type(),
                                    how.tolerance(),
                                    RawSegment.nameOf(task.elements().body().name()),
                                    progress),
                    "");
        } catch (RefitException e) {
            return new Done(task, null, e.reason());
        }
    }

    private void kept(Task task, Particle.Arc carried) throws IOException {
        for (RawSegment segment : carried.segments()) {
            tracks.store().add(segment);
        }
        String bound = "polynomials within " + LengthText.format(carried.far()) + ", there and back within "
                + LengthText.format(carried.closing());
        report(task, "integrated, type " + how.type() + ", " + bound);
        comment(
                task,
                String.format(
                        Locale.ROOT,
                        "integrated, type %d; polynomials within %.3g km and %.3g km/s of the integration,%n "
                                + " checked at five"
                                + " epochs between any two nodes; integrated there and back, the orbit closes"
                                + " within %.3g km.",
                        how.type(),
                        carried.far(),
                        carried.fast(),
                        carried.closing()));
    }

    private void report(Task task, String what) {
        OsculatingElements one = task.elements();
        tracks.call(task.particle().target(), one.body().name());
        findings.understood(String.format(
                Locale.ROOT,
                "%s: NAIF id %d, elements of %s%s, %s to %s relative to the Sun, %s",
                one.body().name(),
                task.particle().target(),
                day(one.epoch()),
                one.push().acts() && !how.twoBody() ? " with " + one.push().words() : "",
                day(task.from()),
                day(task.to()),
                what));
    }

    private void comment(Task task, String what) {
        OsculatingElements one = task.elements();
        findings.comment(one.body().name() + ", NAIF id " + task.particle().target() + ":");
        findings.comment("  epoch " + one.epoch() + " s past J2000 TDB (" + day(one.epoch()) + ");");
        findings.comment("  " + one.words() + ";");
        if (one.push().acts()) {
            Outgassing push = one.push();
            findings.comment(String.format(
                    Locale.ROOT,
                    "  A1 %.12g, A2 %.12g, A3 %.12g au/d^2, delay %.8g d; g(r) with",
                    push.a1(),
                    push.a2(),
                    push.a3(),
                    push.delay()));
            findings.comment(String.format(
                    Locale.ROOT,
                    "  aln %.10g, nm %.6g, nn %.6g, nk %.6g, r0 %.6g au;",
                    push.aln(),
                    push.nm(),
                    push.nn(),
                    push.nk(),
                    push.r0()));
        }
        what.lines().forEach(line -> findings.comment("  " + line.strip()));
    }

    /** What attracted, reported once per file. */
    private void forces(List<Task> tasks) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        tasks.forEach(task -> words.add(task.attractors()
                .orElseThrow()
                .without(task.particle().target())
                .words()));
        for (String one : words) {
            findings.understood("attracted by " + one + "; relativity of the Sun, figures of Sun and Earth");
        }
        for (KernelHandle kernel : how.planets().orElseThrow().members()) {
            findings.comment("Planets: " + kernel.name() + ", SHA-256 " + Digest.of(kernel.path()));
        }
        findings.comment(
                "Method: Dormand-Prince 8(5,3), masses of DE440, Einstein-Infeld-Hoffmann's term of the Sun alone.");
    }

    /** Dates of elements are midnights of TT. */
    private static String day(double et) {
        return DATE.format(et + 0.5);
    }
}
