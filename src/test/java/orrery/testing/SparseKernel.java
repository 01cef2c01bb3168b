package orrery.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.files.Digest;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.Granule;
import orrery.spk.NaifIds;
import orrery.spk.SegmentInfo;

/**
 * Makes the kernel of the parity tests: it copies, bit for bit, exactly those granules of a kernel of types 2 and 3
 * that the rows of some tables need. Between them are gaps. The rows are CSPICE's answers and stay valid for the
 * granules, even if the original kernel changes.
 *
 * <p>{@code SparseKernel kernel.bsp out.bsp table.csv ...}; a table has the columns {@code target}, {@code et}, and
 * {@code center} or {@code observer}; with {@code lt} the target is also needed when the light left it, or arrives
 * there.
 */
public final class SparseKernel {
    /**
     * Iterations of the light time, and differences for the aberration of a velocity, stay within this many seconds.
     */
    private static final double[] NEAR = {-5, 0, 5};

    /**
     * Rotating frames are taken at the light time of their center, so the rows of such frames also need the centers.
     */
    private static final List<Integer> FRAME_CENTERS = List.of(NaifIds.SUN, NaifIds.EARTH, NaifIds.MOON, 4);

    /** No frame's center is farther from an observer than this, seconds of light. */
    private static final double FARTHEST_CENTER = 1_500;

    private final Ephemeris source;
    /** By segment index: the segment, and its granules by index. */
    private final Map<Integer, Kept> kept = new TreeMap<>();

    private record Kept(SegmentInfo info, NavigableMap<Long, Granule> granules) {}

    private SparseKernel(Ephemeris source) {
        this.source = source;
    }

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        try (KernelHandle kernel = new KernelRegistry().open(from);
                KernelPool pool = KernelPool.of(kernel)) {
            SparseKernel sparse = new SparseKernel(Ephemeris.of(pool));
            for (String table : Arrays.asList(args).subList(2, args.length)) {
                sparse.table(Files.readAllLines(Path.of(table)));
            }
            sparse.write(kernel, Digest.of(from), to);
        }
    }

    private void table(List<String> lines) {
        List<String> heads = List.of(lines.getFirst().split(","));
        int other = Math.max(heads.indexOf("center"), heads.indexOf("observer"));
        int light = heads.indexOf("lt");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double et = Double.parseDouble(cells[heads.indexOf("et")]);
            int target = Integer.parseInt(cells[heads.indexOf("target")]);
            around(target, et);
            around(Integer.parseInt(cells[other]), et);
            if (light >= 0) {
                double lt = Double.parseDouble(cells[light]);
                around(target, et - lt);
                around(target, et + lt);
            }
            if (heads.contains("frame")) {
                for (int center : FRAME_CENTERS) {
                    around(center, et);
                    around(center, et - FARTHEST_CENTER);
                }
            }
        }
    }

    private void around(int body, double et) {
        if (body == NaifIds.SOLAR_SYSTEM_BARYCENTER) {
            return;
        }
        for (double offset : NEAR) {
            for (Hop hop : source.explain(body, NaifIds.SOLAR_SYSTEM_BARYCENTER, et + offset)) {
                SegmentInfo info = hop.segment().info();
                kept.computeIfAbsent(info.index(), _ -> new Kept(info, new TreeMap<>()))
                        .granules
                        .put(hop.granule().index(), hop.granule());
            }
        }
    }

    private void write(KernelHandle kernel, String digest, Path to) throws IOException {
        SpkWriter writer = SpkWriter.of(kernel.file().order())
                .internalName("Granules for the parity tests")
                .comment("Granules of a kernel of this project, each copied to the bit, for tests that ask CSPICE's"
                        + " rows.\n"
                        + "The kernel"
                        + " that"
                        + " they"
                        + " were"
                        + " taken"
                        + " from:"
                        + " " + from(kernel) + ", SHA-256\n" + digest
                        + "\n"
                        + "Made by orrery.testing.SparseKernel.");
        try (FileChannel file = FileChannel.open(kernel.path())) {
            for (Kept segment : kept.values()) {
                for (List<Granule> run : runs(segment.granules)) {
                    writer.add(segment(file, kernel.file().order(), segment.info, run));
                }
            }
        }
        writer.write(to);
    }

    private static String from(KernelHandle kernel) {
        return String.valueOf(kernel.path().getFileName());
    }

    /** Consecutive granules make one segment. */
    private static List<List<Granule>> runs(NavigableMap<Long, Granule> granules) {
        List<List<Granule>> runs = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (Granule granule : granules.values()) {
            if (granule.index() != next) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(granule);
            next = granule.index() + 1;
        }
        return runs;
    }

    private static RawSegment segment(FileChannel file, ByteOrder order, SegmentInfo info, List<Granule> run)
            throws IOException {
        Granule first = run.getFirst();
        int words = (int) (first.bytes() / Double.BYTES);
        double[] data = new double[words * run.size() + 4];
        DoubleBuffer to = DoubleBuffer.wrap(data);
        for (Granule granule : run) {
            ByteBuffer bytes = ByteBuffer.allocate(words * Double.BYTES).order(order);
            while (bytes.hasRemaining() && file.read(bytes, granule.offset() + bytes.position()) >= 0) {}
            to.put(bytes.flip().asDoubleBuffer());
        }
        to.put(new double[] {first.start(), first.end() - first.start(), words, run.size()});
        return new RawSegment(
                info.target(),
                info.center(),
                info.frame(),
                info.type(),
                Math.max(info.start(), first.start()),
                Math.min(info.end(), run.getLast().end()),
                "",
                data);
    }
}
