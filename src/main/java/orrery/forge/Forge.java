package orrery.forge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.time.JulianDate;

/**
 * Makes an ephemeris of the solar system: integrates it from J2000 in both directions, fits Chebyshev polynomials, and
 * writes an SPK file of type 2 with the layout of DE kernels.
 *
 * <p>Segments: 1 to 10 wrt 0, 301 and 399 wrt 3, 199 wrt 1, 299 wrt 2, and 2000001, 2000002, 2000004 wrt 10; frame
 * J2000. The comment area of the file describes the force model, sources and measured accuracy.
 *
 * <p>Deterministic: the same JDK makes the same bytes, and a granule has the same bytes whatever span it was forged
 * for, because the steps start at J2000 with one fixed length. Nothing is shared: any number of threads may forge at
 * the same time.
 */
public final class Forge {
    /** DE kernels' granules begin at JD 2451536.5 TDB plus multiples of 32 days. */
    private static final double ANCHOR = -8.5 * Constants.DAY;

    static final String SEGMENT_NAME = "ORRERY 1";
    private static final double BLOCK = 32 * Constants.DAY;
    private static final double MOON_SHARE = De440.GM_MOON / (De440.GM_EARTH + De440.GM_MOON);

    private Forge() {}

    /**
     * Forges a kernel and writes it to {@code out} in one atomic step.
     *
     * @param spec what to forge
     * @param out the file
     * @param progress receives the progress, and may cancel
     * @throws IOException if the file cannot be written
     * @throws CancellationException if {@code progress} requested it; nothing is then written
     */
    public static void write(ForgeSpec spec, Path out, Progress progress) throws IOException {
        writer(spec, progress).write(out);
    }

    /**
     * Forges a kernel, ready to be written.
     *
     * @throws CancellationException if {@code progress} requested it
     */
    public static SpkWriter writer(ForgeSpec spec, Progress progress) {
        double start = ANCHOR + BLOCK * Math.floor((spec.from() - ANCHOR) / BLOCK);
        double end = ANCHOR + BLOCK * Math.ceil((spec.to() - ANCHOR) / BLOCK);
        List<SegmentFit> tracks = tracks(start, end);
        run(start, end, tracks, progress);
        List<RawSegment> segments = new ArrayList<>();
        for (SegmentFit track : tracks) {
            segments.add(track.segment());
        }
        segments.add(
                12,
                ChebyshevLayout.zero(
                        NaifIds.MERCURY, NaifIds.MERCURY_BARYCENTER, RawSegment.J2000, start, end, SEGMENT_NAME));
        segments.add(
                13,
                ChebyshevLayout.zero(
                        NaifIds.VENUS, NaifIds.VENUS_BARYCENTER, RawSegment.J2000, start, end, SEGMENT_NAME));
        return SpkWriter.littleEndian()
                .internalName("ORRERY")
                .comment(comment(start, end))
                .addAll(segments);
    }

    private static void run(double start, double end, List<SegmentFit> tracks, Progress progress) {
        Integration integration = new Integration(SolarSystem.gm(), SolarSystem.states(), SolarSystem.forces());
        // A span away from J2000 is reached through what lies between.
        double back = Math.min(start, 0);
        double forth = Math.max(end, 0);
        boolean[] begun = {false};
        Integration.Steps steps = (et, bodies) -> {
            if (et != 0 || !begun[0]) {
                tracks.forEach(track -> track.take(et, bodies));
            }
            begun[0] = true;
        };
        boolean whole = integration.run(forth, steps, et -> goOn(progress, et / (forth - back)))
                && integration.run(back, steps, et -> goOn(progress, (forth - et) / (forth - back)));
        if (!whole) {
            throw new CancellationException("The forging was cancelled; no file was written.");
        }
    }

    private static boolean goOn(Progress progress, double fraction) {
        progress.at(fraction);
        return !progress.isCancelled();
    }

    private static List<SegmentFit> tracks(double start, double end) {
        Plan plan = new Plan(new ArrayList<>(), start, end);
        plan.add(1, 0, 8, 13, body(NBody.MERCURY));
        plan.add(2, 0, 16, 10, body(NBody.VENUS));
        plan.add(3, 0, 16, 12, Forge::earthMoonBarycenter);
        plan.add(4, 0, 32, 11, body(NBody.MARS));
        plan.add(5, 0, 32, 7, body(NBody.JUPITER));
        plan.add(6, 0, 32, 6, body(NBody.SATURN));
        plan.add(7, 0, 32, 5, body(NBody.URANUS));
        plan.add(8, 0, 32, 5, body(NBody.NEPTUNE));
        plan.add(9, 0, 32, 5, body(NBody.PLUTO));
        plan.add(NaifIds.SUN, 0, 32, 14, body(NBody.SUN));
        plan.add(NaifIds.MOON, 3, 8, 16, (x, axis) -> (1 - MOON_SHARE) * between(NBody.EARTH, NBody.MOON, x, axis));
        plan.add(NaifIds.EARTH, 3, 8, 13, (x, axis) -> -MOON_SHARE * between(NBody.EARTH, NBody.MOON, x, axis));
        plan.add(2000001, NaifIds.SUN, 32, 11, (x, axis) -> between(NBody.SUN, SolarSystem.CERES, x, axis));
        plan.add(2000002, NaifIds.SUN, 32, 14, (x, axis) -> between(NBody.SUN, SolarSystem.PALLAS, x, axis));
        plan.add(2000004, NaifIds.SUN, 32, 12, (x, axis) -> between(NBody.SUN, SolarSystem.VESTA, x, axis));
        return plan.tracks;
    }

    private record Plan(List<SegmentFit> tracks, double start, double end) {
        void add(int target, int center, int days, int degree, SegmentFit.Offset offset) {
            double granule = days * Constants.DAY;
            int count = (int) Math.round((end - start) / granule);
            tracks.add(new SegmentFit(target, center, offset, new SegmentFit.Granules(start, granule, count), degree));
        }
    }

    private static SegmentFit.Offset body(int body) {
        return (x, axis) -> x[3 * body + axis];
    }

    private static double between(int from, int to, double[] x, int axis) {
        return x[3 * to + axis] - x[3 * from + axis];
    }

    private static double earthMoonBarycenter(double[] x, int axis) {
        return x[3 * NBody.EARTH + axis] + MOON_SHARE * between(NBody.EARTH, NBody.MOON, x, axis);
    }

    private static String comment(double start, double end) {
        try (InputStream text = Objects.requireNonNull(Forge.class.getResourceAsStream("comment.txt"), "comment.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII)
                    .replace("${start}", julian(start))
                    .replace("${end}", julian(end));
        } catch (IOException e) {
            throw new UncheckedIOException("The text of the comment area cannot be read from the program.", e);
        }
    }

    /** Spans begin and end at midnight, so one decimal is enough. */
    private static String julian(double et) {
        return "JD " + (JulianDate.J2000 + et / Constants.DAY) + " TDB";
    }
}
