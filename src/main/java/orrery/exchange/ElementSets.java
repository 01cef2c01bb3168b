package orrery.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import orrery.forge.RawSegment;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.spk.EarthEquator;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Sets of two-line elements, collected by satellite, and the type 10 segments made from them: one per satellite, its
 * sets in order of their epochs (SPK Required Reading, "Type 10"). They pass through a temporary file. For use by one
 * thread.
 */
final class ElementSets {
    /** SGP4's constants in SPICE's order ({@code geophysical.ker}, WGS-72): J2, J3, J4, ke, qo, so, radius, unit. */
    private static final double[] CONSTANTS = {
        1.082616e-3, -2.53881e-6, -1.65597e-6, 7.43669161e-2, 120, 78, 6378.135, 1
    };

    private static final int PACKET = 14;
    private static final int GROUP = 100;
    private static final int META = 17;
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);

    private final Path file;
    private final ImportOptions options;
    private final Findings findings;
    private final Tracks tracks;
    private final ElementSpool spool;

    ElementSets(Path file, ImportOptions options, Findings findings, Tracks tracks) {
        this.file = file;
        this.options = options;
        this.findings = findings;
        this.tracks = tracks;
        this.spool = new ElementSpool(tracks.folder().path().resolve("elements"));
    }

    /**
     * Adds a set after checking it.
     *
     * @throws BadInputException if no orbit has such elements
     * @throws IOException if temporary files cannot be written
     */
    void add(ElementSet set) throws IOException {
        check(
                set,
                set.eccentricity() >= 0 && set.eccentricity() < 1,
                "an eccentricity of " + set.eccentricity(),
                "instead of one from 0 to below 1");
        check(
                set,
                set.meanMotion() > 0 && set.meanMotion() < 0.1,
                "a mean motion of " + set.meanMotion() + " rad/min",
                "instead of one of 0 to 22 revolutions a day");
        check(
                set,
                set.inclination() >= 0 && set.inclination() <= Math.PI,
                "an inclination of " + (float) (set.inclination() / Constants.DEGREE) + " degrees",
                "instead of one from 0 to 180");
        double[] others = {
            set.meanMotionDot(), set.meanMotionDdot(), set.bstar(), set.node(), set.perigee(), set.anomaly(), set.et()
        };
        check(
                set,
                Arrays.stream(others).allMatch(Double::isFinite),
                "a number that is not finite",
                "among its elements, where none is allowed");
        spool.add(set);
    }

    /** Something in the file that no segment can contain. */
    void ignored(String what) {
        findings.ignored(what);
    }

    private void check(ElementSet set, boolean sound, String stands, String should) {
        if (!sound) {
            throw BadInputException.at(file, set.line(), stands, should, "correct or remove that set");
        }
    }

    /**
     * Completes them: one segment per satellite, one at a time.
     *
     * @param line where the file ends
     */
    void store(long line, Progress progress) throws IOException {
        if (spool.satellites().isEmpty()) {
            throw BadInputException.at(
                    file, line, "the file ends", "before any elements", "see whether it was truncated");
        }
        Map<Integer, Integer> taken = new HashMap<>();
        EarthEquator equator = new EarthEquator();
        spool.each((number, satellite, given) -> {
            progress.at((double) taken.size() / spool.satellites().size());
            progress.check("The import was cancelled.");
            int target = target(number, satellite.name());
            Integer other = taken.put(target, number);
            if (other != null) {
                throw BadInputException.at(
                        file,
                        satellite.line(),
                        "a second satellite, " + number + " after " + other,
                        "with the same id " + target,
                        "give ids as --target NUMBER=ID");
            }
            tracks.call(target, satellite.name());
            List<ElementSet> sets = inOrder(given);
            ElementSet last = sets.getLast();
            double start = sets.getFirst().et() - options.pad();
            double end = last.et() + options.pad();
            tracks.store()
                    .add(new RawSegment(
                            target,
                            NaifIds.EARTH,
                            1,
                            10,
                            start,
                            end,
                            RawSegment.nameOf(number + " " + satellite.name()),
                            body(sets, equator)));
            findings.understood(String.format(
                    Locale.ROOT,
                    "%s (%d): NAIF id %d relative to Earth, %s of elements, %s to %s, SGP4",
                    satellite.name().isEmpty() ? "satellite" : satellite.name(),
                    number,
                    target,
                    Counted.of(sets.size(), "set"),
                    DATE.format(start),
                    DATE.format(end)));
        });
        spool.delete();
        findings.understood(String.format(
                Locale.ROOT,
                "elements are used up to %.3g days before the first and after the last set of each",
                options.pad() / Constants.DAY));
    }

    private int target(int number, String name) {
        for (String key : List.of(name, Integer.toString(number))) {
            Integer id = options.targets().get(key);
            if (id != null) {
                return id;
            }
        }
        Integer only = options.targets().get("");
        return only != null && spool.satellites().size() == 1 ? only : ObjectIds.ofCatalogueNumber(number);
    }

    /** Ascending, each epoch once: the last of a file counts, because a later message corrects an earlier one. */
    private List<ElementSet> inOrder(List<ElementSet> sets) {
        TreeMap<Double, ElementSet> ordered = new TreeMap<>(Comparator.naturalOrder());
        for (ElementSet set : sets) {
            ElementSet before = ordered.put(set.et(), set);
            if (before != null) {
                findings.ignored("a set of elements that a later one of the same epoch corrects or repeats");
            }
        }
        return List.copyOf(ordered.values());
    }

    private static double[] body(List<ElementSet> sets, EarthEquator equator) {
        int n = sets.size();
        int hundreds = (n - 1) / GROUP;
        double[] data = new double[CONSTANTS.length + n * PACKET + n + hundreds + META];
        System.arraycopy(CONSTANTS, 0, data, 0, CONSTANTS.length);
        int at = CONSTANTS.length;
        for (ElementSet set : sets) {
            double[] packet = {
                set.meanMotionDot(), set.meanMotionDdot(), set.bstar(), set.inclination(), set.node(),
                set.eccentricity(), set.perigee(), set.anomaly(), set.meanMotion(), set.et()
            };
            System.arraycopy(packet, 0, data, at, packet.length);
            System.arraycopy(equator.nutation(set.et()), 0, data, at + packet.length, 4);
            at += PACKET;
        }
        int references = at;
        for (ElementSet set : sets) {
            data[at++] = set.et();
        }
        int directory = at;
        for (int i = GROUP; i < n; i += GROUP) {
            data[at++] = sets.get(i - 1).et();
        }
        // Constants; the references' directory, their kind and the references; no packet directory; packets; reserved
        // words.
        double[] meta = {
            0,
            CONSTANTS.length,
            directory,
            hundreds,
            4,
            references,
            n,
            0,
            0,
            0,
            CONSTANTS.length,
            n,
            0,
            0,
            PACKET,
            0,
            META
        };
        System.arraycopy(meta, 0, data, at, META);
        return data;
    }
}
