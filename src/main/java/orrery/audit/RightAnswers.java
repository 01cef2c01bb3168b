package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orrery.ephemeris.QueryPlan;
import orrery.ephemeris.SplitMix;
import orrery.math.Constants;
import orrery.spk.ChebyshevSegment;
import orrery.spk.Granule;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.time.JulianDate;

/** A4: right, not only repeatable. */
final class RightAnswers extends AbstractClaim {
    private static final int SAMPLE = 400;
    private static final int SEGMENTS = 200;
    private static final double CLOSE = 1e-13;

    RightAnswers() {
        super(
                "A4",
                "right, not only repeatable",
                "States are what the file's coefficients say, also at the ends and joins of granules.",
                "A state that another evaluator does not confirm to " + CLOSE + " of its size; a -> b that is not -(b"
                        + " -> a); a velocity that is not the"
                        + " slope of the position; a published"
                        + " test point missed.",
                "A second evaluator, which reads the file itself, on a sample, at the ends of segments and on both"
                        + " sides of joins; chain closure; central differences; JPL's test points if the kernel is"
                        + " known.");
    }

    @Override
    public Finding examine(ClaimContext context) {
        Finding.Maker finding = new Finding.Maker();
        long compared = 0;
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            context.plan()
                    .kernels()
                    .forEach(path -> handles.add(context.subject().open(path)));
            for (Subject.Handle handle : handles) {
                compared += segments(context, handle, finding);
                context.stop().check();
            }
            try (Subject.Pool pool = context.subject().pool(handles)) {
                compared += closure(context, pool, finding);
                published(context, handles, pool, finding);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            handles.forEach(Subject.Handle::close);
        }
        if (compared == 0 && !finding.isRefuted()) {
            return Finding.notAvailable("no state could be compared: all queries were refused");
        }
        boolean evaluated = handles.stream()
                .flatMap(handle -> handle.real().file().segments().stream())
                .anyMatch(ChebyshevSegment.class::isInstance);
        return finding.make(
                evaluated
                        ? "A second evaluator, chain closure and slopes all agree with the reader."
                        : "Chain closure and slopes agree with the reader; a second evaluator exists only for"
                                + " types 2 and 3.");
    }

    /** The number of states compared. */
    private static long segments(ClaimContext context, Subject.Handle handle, Finding.Maker finding)
            throws IOException {
        List<Segment> all = handle.real().file().segments();
        List<Integer> plain = IntStream.range(0, all.size())
                .filter(i -> all.get(i) instanceof ChebyshevSegment)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        String name = handle.real().name();
        SplitMix random = new SplitMix(context.plan().seed() + 3);
        List<Integer> others = IntStream.range(0, all.size())
                .filter(i -> all.get(i).usable() && !plain.contains(i))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        long neighbors = others.isEmpty() ? 0 : new Slopes(handle, finding).check(others, random);
        if (plain.isEmpty()) {
            finding.figure(name + ": second evaluator", "not available here: it knows types 2 and 3");
            return neighbors;
        }
        while (plain.size() > SEGMENTS) {
            int left = random.below(plain.size());
            plain.set(left, plain.getLast());
            plain.removeLast();
        }
        Comparisons compared = new Comparisons(handle, finding);
        try (PlainKernel other = new PlainKernel(handle.real().path())) {
            for (int place : plain) {
                Segment segment = all.get(place);
                for (int i = 0; i <= SAMPLE / plain.size(); i++) {
                    double et = segment.start() + random.unit() * (segment.end() - segment.start());
                    compared.state(other, segment, place, et);
                    compared.slope(other, segment, place, et);
                }
                compared.state(other, segment, place, segment.start());
                compared.state(other, segment, place, segment.end());
                double[] granules = other.granules(segment.info().last());
                for (int i = 0; i < 4; i++) {
                    double join = granules[0] + granules[1] * random.below((int) Math.max(1, granules[2]));
                    compared.state(other, segment, place, Math.nextDown(join));
                    compared.state(other, segment, place, join);
                    compared.state(other, segment, place, Math.nextUp(join));
                }
            }
        }
        compared.tell(name);
        return neighbors + compared.states;
    }

    /** Comparisons for the segments of one handle. */
    private static final class Comparisons {
        private final Subject.Handle handle;
        private final Finding.Maker finding;
        private final double[] out = new double[6];
        private final double[] before = new double[6];
        private final double[] after = new double[6];
        private long states;
        private long slopes;
        private double worst;
        private double worstSlope;

        Comparisons(Subject.Handle handle, Finding.Maker finding) {
            this.handle = handle;
            this.finding = finding;
        }

        void state(PlainKernel other, Segment segment, int place, double et) throws IOException {
            if (!(segment.start() <= et && et <= segment.end())) {
                return;
            }
            double[] expected = other.state(
                    segment.info().type(),
                    segment.info().begin(),
                    segment.info().last(),
                    et);
            try {
                handle.state(place, et, out);
            } catch (KernelException e) {
                finding.refuted("Segment " + place + " at et " + et + " was refused: " + e.getMessage());
                return;
            }
            states++;
            for (int half = 0; half < 6; half += 3) {
                double size = 0;
                double off = 0;
                for (int c = half; c < half + 3; c++) {
                    size += Math.abs(expected[c]);
                    off += Math.abs(expected[c] - out[c]);
                }
                // The velocity's terms are k^2 times larger than the sum they cancel to.
                double allowed = (half == 0 ? CLOSE : 100 * CLOSE) * size + 1e-9 * (half == 0 ? 1 : 1e-6);
                worst = Math.max(worst, size == 0 ? 0 : off / size);
                finding.require(
                        off <= allowed,
                        "Segment %d of %s at et %s is %s, but a second evaluator gives %s."
                                .formatted(place, handle.real().name(), et, out[half], expected[half]));
            }
        }

        /** Velocity against the central difference of position, if one granule answers all three. */
        void slope(PlainKernel other, Segment segment, int place, double et) throws IOException {
            double step = Math.min(30, (segment.end() - segment.start()) / 100);
            if (!segment.velocityIsSlope()
                    || et - step < segment.start()
                    || et + step > segment.end()
                    || !other.isInside(segment.info().last(), et, step)) {
                return;
            }
            handle.state(place, et, out);
            handle.state(place, et - step, before);
            handle.state(place, et + step, after);
            double speed = 0;
            double off = 0;
            double far = 0;
            for (int c = 0; c < 3; c++) {
                double slope = (after[c] - before[c]) / (2 * step);
                speed += Math.abs(out[c + 3]);
                off += Math.abs(slope - out[c + 3]);
                far += Math.abs(out[c]);
            }
            slopes++;
            // The rounding of the positions, and the third derivative over the step.
            double allowed = 1e-5 * speed + 8e-16 * far / step + 1e-12;
            worstSlope = Math.max(worstSlope, speed == 0 ? 0 : off / speed);
            finding.require(
                    off <= allowed,
                    "The positions of segment %d at et %s move at %s km/s, but its velocity differs by %s km/s."
                            .formatted(place, et, speed, off));
        }

        void tell(String name) {
            finding.figure(name + ": states compared with a second evaluator", states, "")
                    .figure(name + ": largest relative difference", worst, "")
                    .figure(name + ": velocities compared with differences", slopes, "")
                    .figure(name + ": largest relative difference of a velocity", worstSlope, "");
        }
    }

    /**
     * For segments of types without a second evaluator: whether they move smoothly and, if the type's velocity is the
     * slope of its position, as fast as they say. Over a step so short that curvature does not show, states that do not
     * match the data (rounded, say, or from another record) jump.
     */
    private static final class Slopes {
        /** The step, as a share of the granule and of the time the body needs to travel its own distance. */
        private static final double STEP = 1e-5;
        /** As a share of the speed. */
        private static final double ALLOWED = 1e-4;
        /** For position and velocity; curvature leaves about 1e-10, single precision 1e-7. */
        private static final double SMOOTH = 3e-9;
        /** The share that must agree: where records meet, positions may jump by as much as the data are coarse. */
        private static final double AGREEING = 0.95;

        private final Subject.Handle handle;
        private final Finding.Maker finding;
        private final double[] out = new double[6];
        private final double[] before = new double[6];
        private final double[] after = new double[6];

        Slopes(Subject.Handle handle, Finding.Maker finding) {
            this.handle = handle;
            this.finding = finding;
        }

        /** The number of states compared. */
        int check(List<Integer> places, SplitMix random) {
            List<Segment> all = handle.real().file().segments();
            int compared = 0;
            int agreeing = 0;
            for (int i = 0; i < SAMPLE; i++) {
                int place = places.get(random.below(places.size()));
                Segment segment = all.get(place);
                double et = segment.start() + random.unit() * (segment.end() - segment.start());
                try {
                    handle.state(place, et, out);
                    double speed = size(out, 3);
                    Granule granule = segment.granule(et);
                    double step = STEP * Math.min(size(out, 0) / speed, granule.end() - granule.start());
                    if (!(step > 0) || et - step < segment.start() || et + step > segment.end()) {
                        continue;
                    }
                    handle.state(place, et - step, before);
                    handle.state(place, et + step, after);
                    compared++;
                    boolean matches = !segment.velocityIsSlope() || isSlope(et, step, speed);
                    agreeing += isSmooth(et, speed) && matches ? 1 : 0;
                } catch (KernelException _) {
                    // A typed refusal is not a wrong answer; refusals appear in the kernel's own report.
                }
            }
            String name = handle.real().name();
            if (compared == 0) {
                finding.figure(name + ": states compared with their neighbors", "not available here: none could be");
                return 0;
            }
            finding.figure(name + ": states of other types compared with their neighbors", compared, "")
                    .figure(name + ": of these smooth, and as fast as they say", agreeing, "");
            finding.require(
                    agreeing >= AGREEING * compared,
                    "Only %3$d of the %1$d states of %2$s move smoothly and as fast as they say."
                            .formatted(compared, name, agreeing));
            return compared;
        }

        private boolean isSlope(double et, double step, double speed) {
            // The step left by the rounding of the epochs, and the effect of that rounding on a position.
            double taken = (et + step) - (et - step);
            double rounding = 4 * (Math.ulp(et) * speed + Math.ulp(size(out, 0))) / step;
            double off = 0;
            for (int c = 0; c < 3; c++) {
                double slope = (after[c] - before[c]) / taken;
                off += Math.abs(slope - out[c + 3]);
            }
            return off <= ALLOWED * speed + rounding;
        }

        /** Halfway between its neighbors, except for curvature and the rounding of the epochs. */
        private boolean isSmooth(double et, double speed) {
            double rounding = 8 * Math.ulp(et) * speed;
            double far = 0;
            double bent = 0;
            for (int c = 0; c < 3; c++) {
                far += Math.abs(out[c] - (before[c] + after[c]) / 2);
                bent += Math.abs(out[c + 3] - (before[c + 3] + after[c + 3]) / 2);
            }
            double bends = rounding * speed / size(out, 0);
            return far <= SMOOTH * size(out, 0) + rounding && bent <= SMOOTH * speed + bends;
        }

        private static double size(double[] state, int from) {
            return Math.abs(state[from]) + Math.abs(state[from + 1]) + Math.abs(state[from + 2]);
        }
    }

    /**
     * Whether a -> b is -(b -> a), and a -> c is a -> b + b -> c, for bodies of the plan; returns how many chains were
     * closed.
     */
    private static int closure(ClaimContext context, Subject.Pool pool, Finding.Maker finding) {
        QueryPlan plan = context.queryPlan();
        int[] bodies = plan.bodies();
        SplitMix random = new SplitMix(context.plan().seed() + 4);
        double[] there = new double[6];
        double[] back = new double[6];
        double[] first = new double[6];
        double[] second = new double[6];
        Set<Integer> roots = new HashSet<>();
        for (int center : plan.centers()) {
            roots.add(center);
        }
        if (roots.size() > 1) {
            finding.figure("chain closure", "not available here: the bodies have several roots");
            return 0;
        }
        int root = plan.centers()[0];
        int checked = 0;
        double worst = 0;
        for (int i = 0; i < SAMPLE; i++) {
            int a = bodies[random.below(bodies.length)];
            int b = bodies[random.below(bodies.length)];
            double et = plan.start() + random.unit() * (plan.end() - plan.start());
            try {
                pool.state(a, b, et, there);
                pool.state(b, a, et, back);
                pool.state(a, root, et, first);
                pool.state(b, root, et, second);
            } catch (KernelException _) {
                continue;
            }
            checked++;
            for (int c = 0; c < 6; c++) {
                // The terms of the two sums are as large as the longer path to the root.
                double size = Math.abs(first[c]) + Math.abs(second[c]) + Math.abs(there[c]);
                double off = Math.abs(there[c] - (first[c] - second[c]));
                worst = Math.max(worst, size == 0 ? 0 : off / size);
                finding.require(
                        there[c] == -back[c],
                        "%d -> %d is not the negative of %d -> %d at et %s.".formatted(a, b, b, a, et));
                finding.require(
                        off <= 1e-14 * size + 1e-9,
                        "%d -> %d is not the difference of their paths to %d at et %s.".formatted(a, b, root, et));
            }
        }
        finding.figure("chains closed", checked, "").figure("largest relative gap of a closed chain", worst, "");
        return checked;
    }

    private static void published(
            ClaimContext context, List<Subject.Handle> handles, Subject.Pool pool, Finding.Maker finding) {
        boolean known =
                handles.size() == 1 && handles.getFirst().real().comment().contains(PublishedPoints.KNOWN_BY);
        if (!known) {
            finding.figure(
                    "published test points", "not available here: the kernel is not one they were published for");
            return;
        }
        double[] out = new double[6];
        int met = 0;
        for (PublishedPoints point : PublishedPoints.DE440) {
            context.stop().check();
            try {
                pool.state(point.target(), point.center(), (point.jd() - JulianDate.J2000) * Constants.DAY, out);
            } catch (KernelException _) {
                continue;
            }
            double value = out[point.coordinate()] / Constants.AU * (point.coordinate() < 3 ? 1 : Constants.DAY);
            finding.require(
                    Math.abs(value - point.value()) <= PublishedPoints.AGREEMENT,
                    "JPL's test point for %d wrt %d at JD %s is %s, but the reader gives %s."
                            .formatted(point.target(), point.center(), point.jd(), point.value(), value));
            met++;
        }
        finding.figure("published test points met", met, "");
    }
}
