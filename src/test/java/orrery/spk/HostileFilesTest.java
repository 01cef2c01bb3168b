package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.EveryType;

/**
 * Mutants of a kernel with every data type. Each opens or is refused with a typed error; each answer is finite or a
 * typed error; and if no byte that an answer depends on was changed, the answer is the same to the bit.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final int RECORD = 1024;
    private static final int PROBES = 24;
    /** CPU time of one mutant, opened and asked everything: far more than any needs, far less than a hang. */
    private static final long LIVE = TimeUnit.SECONDS.toNanos(2);

    private static final double[] DOUBLES = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0,
        -0.0,
        -1,
        1,
        2,
        0.5,
        1e-300,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        1e9,
        -1e9,
        1L << 31,
        (1L << 31) - 1,
        1L << 53,
        100,
        101,
        27,
        28,
        1e15
    };
    private static final int[] INTS = {
        0,
        1,
        -1,
        2,
        3,
        5,
        8,
        10,
        13,
        14,
        17,
        18,
        19,
        20,
        21,
        99,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        129,
        128,
        1 << 20
    };

    @Test
    void someThousandMutantsHurtNothing() {
        fuzz(20261122, 3_000);
    }

    @Test
    @Tag("long")
    @Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void aHundredThousandMutantsHurtNothing() {
        fuzz(5, 100_000);
    }

    /** Mutants that once failed: the granule of type 10 was half of what its state depends on. */
    @ParameterizedTest
    @ValueSource(longs = {-7648302373488254560L})
    void mutantsThatOnceHurtDoNoMore(long seed) {
        assertThat(one(new Base(ByteOrder.LITTLE_ENDIAN), seed).same).isPositive();
        assertThat(one(new Base(ByteOrder.BIG_ENDIAN), seed).same).isPositive();
    }

    private static void fuzz(long seed, int mutants) {
        Base[] bases = {new Base(ByteOrder.LITTLE_ENDIAN), new Base(ByteOrder.BIG_ENDIAN)};
        Random seeds = new Random(seed);
        int same = 0;
        int typed = 0;
        for (int i = 0; i < mutants; i++) {
            long mutant = seeds.nextLong();
            Tally tally = one(bases[i & 1], mutant);
            same += tally.same;
            typed += tally.typed;
        }
        System.out.printf("%d mutants: %d answers the same to the bit, %d typed errors%n", mutants, same, typed);
        assertThat(same).as("answers that rested on nothing touched").isGreaterThan(mutants);
        assertThat(typed).as("typed errors").isGreaterThan(mutants / 10);
    }

    private static final class Tally {
        private int same;
        private int typed;
    }

    /** One span of bytes that a mutation changed. */
    private record Cut(int from, int until) {
        boolean touches(long offset, long length) {
            return from < offset + length && offset < until;
        }
    }

    /** A sound kernel, its answers, and the bytes that each answer depends on. */
    private static final class Base {
        private final ByteOrder order;
        private final byte[] bytes;
        private final List<Segment> segments;
        private final double[][] epochs;
        private final double[][][] states;
        private final Granule[][] granules;

        Base(ByteOrder order) {
            this.order = order;
            List<RawSegment> raw = new ArrayList<>(EveryType.segments());
            // More than one summary record, and a chain of centers.
            for (int i = 0; i < 12; i++) {
                RawSegment s = raw.get(i % 3 + 1);
                raw.add(new RawSegment(
                        2000 + i, EveryType.FIRST_TARGET, 1, s.type(), s.start(), s.end(), "again", s.data()));
            }
            this.bytes = SpkWriter.of(order)
                    .comment("a comment\n".repeat(30))
                    .addAll(raw)
                    .toBytes();
            SpkFile file = SpkFile.read(MemorySegment.ofArray(bytes), "base");
            assertThat(file.problems()).isEmpty();
            this.segments = file.segments();
            this.epochs = new double[segments.size()][PROBES];
            this.states = new double[segments.size()][PROBES][6];
            this.granules = new Granule[segments.size()][PROBES];
            Workspace work = new Workspace();
            Random random = new Random(7);
            for (int s = 0; s < segments.size(); s++) {
                Segment segment = segments.get(s);
                for (int k = 0; k < PROBES; k++) {
                    double et = switch (k) {
                        case 0 -> segment.start();
                        case 1 -> segment.end();
                        default -> segment.start() + random.nextDouble() * (segment.end() - segment.start());
                    };
                    epochs[s][k] = et;
                    segment.state(et, states[s][k], work);
                    granules[s][k] = segment.granule(et);
                }
            }
        }

        /** Whether an answer depends on no changed byte. */
        boolean untouched(int s, int k, List<Cut> cuts) {
            SegmentInfo info = segments.get(s).info();
            return cuts.stream()
                    .noneMatch(cut -> touchesStructure(cut)
                            || (cut.touches(info.offset(), info.bytes())
                                    && !isInsideAnotherGranule(cut, s, granules[s][k])));
        }

        /** The file record except for bytes that nobody reads; comments are not structure, summaries are. */
        private boolean touchesStructure(Cut cut) {
            if (cut.from < RECORD) {
                return true;
            }
            // A changed summary may change which segments exist, so only segments whose data alone was changed are
            // compared.
            return cut.from < segments.getLast().info().offset()
                    && segments.stream()
                            .noneMatch(t -> t.info().offset() <= cut.from
                                    && cut.until <= t.info().offset() + t.info().bytes());
        }

        private boolean isInsideAnotherGranule(Cut cut, int s, Granule own) {
            if (cut.touches(own.offset(), own.bytes())) {
                return false;
            }
            return Arrays.stream(granules[s])
                    .anyMatch(g -> g.offset() <= cut.from && cut.until <= g.offset() + g.bytes());
        }
    }

    private static Tally one(Base base, long seed) {
        Random random = new Random(seed);
        List<Cut> cuts = new ArrayList<>();
        byte[] mutant = mutate(base, random, cuts);
        long began = cpu();
        try {
            return judge(base, mutant, cuts, random);
        } catch (KernelException e) {
            Tally tally = new Tally();
            tally.typed = 1;
            assertThat(e.getMessage()).isNotBlank();
            return tally;
        } catch (AssertionError | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail("mutant " + seed + " of a " + base.order + " kernel, bytes " + cuts + ": " + e, e);
        } finally {
            long took = cpu() - began;
            assertThat(took).as("CPU time of mutant " + seed + ", ns").isLessThan(LIVE);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Tally judge(Base base, byte[] mutant, List<Cut> cuts, Random random) {
        Tally tally = new Tally();
        SpkFile file = SpkFile.read(MemorySegment.ofArray(mutant), "mutant");
        assertThat(file.comments().text()).isNotNull();
        assertThat(file.examine(Progress.NONE)).isNotNull();
        Workspace work = new Workspace();
        double[] state = new double[6];
        for (int s = 0; s < file.segments().size(); s++) {
            Segment segment = file.segments().get(s);
            assertThat(segment.toString() + segment.typeName() + segment.records() + segment.degree())
                    .isNotBlank();
            for (int k = 0; k < 4; k++) {
                double et = switch (k) {
                    case 0 -> segment.start();
                    case 1 -> segment.end();
                    default -> segment.start() + random.nextDouble() * (segment.end() - segment.start());
                };
                tally.typed += ask(segment, et, state, work);
            }
        }
        if (file.segments().size() != base.segments.size()) {
            return tally;
        }
        for (int s = 0; s < base.segments.size(); s++) {
            for (int k = 0; k < PROBES; k++) {
                if (base.untouched(s, k, cuts)) {
                    file.segments().get(s).state(base.epochs[s][k], state, work);
                    assertThat(state)
                            .as("%s at %s", base.segments.get(s), base.epochs[s][k])
                            .isEqualTo(base.states[s][k]);
                    tally.same++;
                }
            }
        }
        return tally;
    }

    /** A finite state, or a typed error; how many errors. */
    private static int ask(Segment segment, double et, double[] state, Workspace work) {
        int errors = 0;
        try {
            segment.state(et, state, work);
            for (double component : state) {
                assertThat(component).as("%s at %s", segment, et).isFinite();
            }
        } catch (KernelException e) {
            assertThat(e.getMessage()).isNotBlank();
            errors++;
        }
        try {
            assertThat(segment.granule(et)).isNotNull();
        } catch (KernelException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return errors;
    }

    private static byte[] mutate(Base base, Random random, List<Cut> cuts) {
        byte[] mutant = base.bytes.clone();
        if (random.nextInt(20) == 0) {
            int length = random.nextInt(mutant.length);
            cuts.add(new Cut(length, mutant.length));
            return Arrays.copyOf(mutant, length);
        }
        ByteBuffer words = ByteBuffer.wrap(mutant).order(base.order);
        int changes = 1 + random.nextInt(random.nextBoolean() ? 1 : 4);
        for (int i = 0; i < changes; i++) {
            int at = place(base, random);
            int length = change(words, at, random);
            cuts.add(new Cut(at, at + length));
        }
        return mutant;
    }

    /** Descriptors and the last words of segments more often than the data between. */
    private static int place(Base base, Random random) {
        SegmentInfo info =
                base.segments.get(random.nextInt(base.segments.size())).info();
        int end = (int) (info.offset() + info.bytes());
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(RECORD - 8);
            case 1 -> summary(base, random);
            case 2 -> end - 8 * (1 + random.nextInt((int) Math.min(18, info.bytes() / 8)));
            case 3 -> end - 8 * (1 + random.nextInt((int) Math.min(300, info.bytes() / 8)));
            case 4 -> (int) info.offset() + 8 * random.nextInt((int) (info.bytes() / 8));
            default -> random.nextInt(base.bytes.length - 8);
        };
    }

    private static int summary(Base base, Random random) {
        int first = ByteBuffer.wrap(base.bytes).order(base.order).getInt(76);
        return (first - 1) * RECORD + 4 * random.nextInt((RECORD - 8) / 4);
    }

    private static int change(ByteBuffer words, int at, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> words.put(at, (byte) random.nextInt());
            case 1 -> words.put(at, (byte) (words.get(at) ^ (1 << random.nextInt(8))));
            case 2 -> {
                words.putInt(at, INTS[random.nextInt(INTS.length)]);
                return 4;
            }
            case 3 -> {
                words.putDouble(at, Double.longBitsToDouble(random.nextLong()));
                return 8;
            }
            default -> {
                words.putDouble(at, DOUBLES[random.nextInt(DOUBLES.length)]);
                return 8;
            }
        }
        return 1;
    }

    /** The directory of references is said to stand in the file's last words, far beyond its segment. */
    @ParameterizedTest
    @ValueSource(ints = {10, 14})
    void aDirectoryBeyondItsSegmentIsToldAndReadNowhere(int type) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] bytes = SpkWriter.of(order)
                    .add(references(type, 250))
                    .add(EveryType.segments().get(1))
                    .toBytes();
            SpkFile sound = SpkFile.read(MemorySegment.ofArray(bytes), "sound");
            assertThat(sound.problems()).isEmpty();
            assertThat(sound.examine(Progress.NONE)).noneMatch(m -> m.sentence().contains("directory words"));
            SegmentInfo info = sound.segments().getFirst().info();
            int base = (int) (info.offset() + info.bytes()) - 8 * 15;
            ByteBuffer words = ByteBuffer.wrap(bytes).order(order);
            double last = bytes.length / 8.0 - info.begin() - 1;
            for (double said : new double[] {last, last - 1, 1e6, info.bytes() / 8.0, info.bytes() / 8.0 - 1}) {
                words.putDouble(base, said);
                assertThat(SpkFile.read(MemorySegment.ofArray(bytes), "beyond").examine(Progress.NONE))
                        .as("type %d, directory at %s", type, said)
                        .anyMatch(m -> m.sentence().contains("directory words"));
            }
        }
    }

    /** A segment of listed references, with a directory of every hundredth. */
    private static RawSegment references(int type, int count) {
        int constants = type == 10 ? 8 : 1;
        int size = type == 10 ? 14 : 26;
        int packets = constants + count * size;
        int hundreds = (count - 1) / 100;
        double[] data = new double[packets + count + hundreds + 17];
        Arrays.fill(data, 0, packets, 1);
        if (type == 14) {
            data[0] = 4;
        }
        for (int i = 0; i < count; i++) {
            data[packets + i] = i;
        }
        for (int i = 0; i < hundreds; i++) {
            data[packets + count + i] = 100 * (i + 1) - 1;
        }
        double[] meta = {
            0,
            constants,
            packets + count,
            hundreds,
            type == 10 ? 4 : 3,
            packets,
            count,
            0,
            0,
            0,
            constants,
            count,
            0,
            0,
            size,
            0,
            17
        };
        System.arraycopy(meta, 0, data, data.length - meta.length, meta.length);
        return new RawSegment(4000, 0, 1, type, 0, count, "references", data);
    }

    @Test
    void anUnknownTypeIsListedAndTheOthersWork() {
        SpkFile file = SpkFile.read(
                MemorySegment.ofArray(SpkWriter.littleEndian()
                        .add(new RawSegment(7, 0, 1, 99, 0, 1, "new", new double[] {1, 2, 3}))
                        .add(EveryType.segments().get(1))
                        .toBytes()),
                "k");
        assertThat(file.problems())
                .singleElement()
                .hasToString("segment 0: data type 99 (unknown type 99) is not read.");
        assertThatThrownBy(() -> file.segments().get(0).state(0.5, new double[6], new Workspace()))
                .isInstanceOfSatisfying(
                        UnsupportedSegmentTypeException.class,
                        e -> assertThat(e.type()).isEqualTo(99));
        file.segments().get(1).state(0, new double[6], new Workspace());
    }

    @Test
    void aFileThatSaysOnlyDafIsRefusedWhereNoSegmentCanBeAnSpks() {
        // An attitude file made before ID words told: the type of an SPK stands where a CK says "with rates" (1) or
        // not.
        byte[] bytes = SpkWriter.littleEndian()
                .add(new RawSegment(-77_000, 3, 1, 0, 0, 1, "attitude", new double[] {1, 2, 3}))
                .toBytes();
        System.arraycopy("NAIF/DAF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        assertThatThrownBy(() -> SpkFile.read(MemorySegment.ofArray(bytes), "old.bc"))
                .isInstanceOf(NotAnSpkException.class)
                .hasMessageContaining("is a DAF of 1 segment, none of a type");
    }

    @Test
    void aTimeSegmentIsListedAsWhatItIs() {
        SpkFile file = SpkFile.read(
                MemorySegment.ofArray(SpkWriter.littleEndian()
                        .add(orrery.forge.ChebyshevLayout.zero(1_000_000_001, 1_000_000_000, 1, 0, 1, "TT-TDB"))
                        .toBytes()),
                "inpop");
        assertThat(file.segments().getFirst().isTime()).isTrue();
        assertThat(file.segments().getFirst().typeName()).startsWith("TT - TDB in seconds");
    }

    @Test
    void whatNobodyReadsMayBeAnything() {
        Base base = new Base(ByteOrder.LITTLE_ENDIAN);
        byte[] bytes = base.bytes.clone();
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = words.getInt(76);
        words.putInt(80, -9); // BWARD
        words.putInt(84, Integer.MIN_VALUE); // FREE
        words.putDouble((first - 1) * RECORD + 8, Double.NaN); // PREV
        Arrays.fill(bytes, first * RECORD, (first + 1) * RECORD, (byte) 0xEE); // names
        SpkFile file = SpkFile.read(MemorySegment.ofArray(bytes), "k");
        assertThat(file.problems()).isEmpty();
        double[] state = new double[6];
        for (int s = 0; s < base.segments.size(); s++) {
            for (int k = 0; k < PROBES; k++) {
                file.segments().get(s).state(base.epochs[s][k], state, new Workspace());
                assertThat(state).isEqualTo(base.states[s][k]);
            }
        }
    }
}
