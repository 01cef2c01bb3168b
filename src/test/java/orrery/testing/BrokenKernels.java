package orrery.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * Kernels with one fault each, made from a sound one: 14 segments of type 2 about J2000, one granule per segment, laid
 * out like JPL's kernels, 8 KiB. The faults are those seen in real files, and one for each place where a number can be
 * wrong. The names are those in the table of faults.
 */
public final class BrokenKernels {
    /** Name of the kernel from which all others are made. */
    public static final String SOUND = "sound.bsp";

    private static final double START = -43_135.816087188054;
    private static final double END = 43_264.18394176317;
    private static final int RECORD = 1024;
    private static final int SUMMARIES = 2 * RECORD;
    private static final int SUMMARY = 40;
    private static final int LAST = 13;
    private static final int LAST_SUMMARY = SUMMARIES + 24 + LAST * SUMMARY;
    /** Of the last segment: its words are 915 to 962. */
    private static final int LAST_DATA = 914 * Double.BYTES;

    private static final int LAST_DIRECTORY = 958 * Double.BYTES;

    /** Target, center, first epoch and length of the granule (s), coefficients an axis. */
    private record Body(int target, int center, double start, double length, int terms) {}

    private static final List<Body> BODIES = List.of(
            new Body(299, 2, -4_734_072_000.0, 9_469_440_000.0, 2),
            new Body(199, 1, -4_734_072_000.0, 9_469_440_000.0, 2),
            new Body(399, 3, -43_200, 345_600, 13),
            new Body(301, 3, -43_200, 345_600, 13),
            new Body(10, 0, -734_400, 1_382_400, 11),
            new Body(9, 0, -734_400, 2_764_800, 6),
            new Body(8, 0, -734_400, 2_764_800, 6),
            new Body(7, 0, -734_400, 2_764_800, 6),
            new Body(6, 0, -734_400, 2_764_800, 7),
            new Body(5, 0, -734_400, 2_764_800, 8),
            new Body(4, 0, -734_400, 2_764_800, 11),
            new Body(3, 0, -734_400, 1_382_400, 13),
            new Body(2, 0, -734_400, 1_382_400, 10),
            new Body(1, 0, -43_200, 691_200, 14));

    private BrokenKernels() {}

    /** The sound kernel's bytes. */
    public static byte[] sound() {
        SpkWriter writer =
                SpkWriter.littleEndian().internalName("Fourteen bodies").comment("About J2000, for tests.");
        BODIES.forEach(body -> writer.add(segment(body)));
        return writer.toBytes();
    }

    private static RawSegment segment(Body body) {
        double[][][] granule = new double[1][3][body.terms];
        for (int axis = 0; axis < 3; axis++) {
            for (int k = 0; k < body.terms; k++) {
                granule[0][axis][k] =
                        1e7 * body.target * StrictMath.cos(1 + body.target + axis + k) / StrictMath.pow(8, k);
            }
        }
        return new ChebyshevLayout(body.start, body.length, granule)
                .type2(body.target, body.center, 1, START, END, "DE-0000LE-0000");
    }

    /** Each broken kernel's bytes by its name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        byte[] sound = sound();
        files(all, sound);
        chains(all);
        segments(all);
        data(all);
        return all;
    }

    /** The file as a whole. */
    private static void files(Map<String, byte[]> all, byte[] sound) {
        all.put("m01_zero_bytes.bsp", new byte[0]);
        all.put("m03_file_record_only.bsp", Arrays.copyOf(sound, RECORD));
        all.put("m05_cut_after_names.bsp", Arrays.copyOf(sound, 4 * RECORD));
        all.put("m07_cut_last_record_partial.bsp", Arrays.copyOf(sound, 7292));
        all.put("m53_crlf_converted.bsp", inTextMode(sound));
        all.put("m55_gzip.bsp", zipped(sound));
        put(all, "m09_locfmt_wrong_endian", b -> b.put(88, ascii("BIG-IEEE")));
        put(all, "m11_locfmt_vax", b -> b.put(88, ascii("VAX-GFLT")));
        put(all, "m13_nd_huge", b -> b.putInt(8, 2_000_000));
        put(all, "m57_quake_bsp", b -> b.put(0, ascii("VBSP\24\0\0\0")));
        put(all, "made_ck", b -> b.put(0, ascii("DAF/CK  ")));
        put(all, "made_unknown_id", b -> b.put(0, ascii("DAF/QQQ ")));
        all.put(
                "made_web_page.bsp",
                ascii("\n\n<!DOCTYPE html>\n<html lang=\"en\"><body>Not found</body></html>\n".repeat(20)));
        all.put(
                "made_lfs_pointer.bsp",
                ascii("version https://git-lfs.github.com/spec/v1\noid sha256:" + "be0e3585".repeat(8)
                        + "\nsize 14336\n"));
        all.put("made_script.bsp", ascii("local kernels = asset.resource({\n  Name = \"Kernels\"\n})\n".repeat(20)));
    }

    /** The chain of summary records. */
    private static void chains(Map<String, byte[]> all) {
        put(all, "m15_fward_0", b -> b.putInt(76, 0));
        put(all, "m17_fward_negative", b -> b.putInt(76, -3));
        put(all, "m19_next_self_cycle", b -> b.putDouble(SUMMARIES, 3));
        put(all, "m21_next_beyond", b -> b.putDouble(SUMMARIES, 500));
        put(all, "m61_prev_self_cycle", b -> b.putDouble(SUMMARIES + 8, 3));
        put(all, "m23_nsum_negative", b -> b.putDouble(SUMMARIES + 16, -1));
        put(all, "m25_nsum_half", b -> b.putDouble(SUMMARIES + 16, 2.5));
    }

    /** The last segment's descriptor; where it takes two, the one before it too. */
    private static void segments(Map<String, byte[]> all) {
        put(all, "m27_seg_time_nan", b -> b.putDouble(LAST_SUMMARY, Double.NaN));
        put(all, "m29_seg_addr_begin_gt_end", b -> b.putInt(LAST_SUMMARY + 32, 5000));
        put(all, "m31_seg_addr_negative", b -> b.putInt(LAST_SUMMARY + 32, -50).putInt(LAST_SUMMARY + 36, -1));
        put(all, "m33_seg_frame_-7", b -> b.putInt(LAST_SUMMARY + 24, -7));
        put(
                all,
                "m35_centre_cycle",
                b -> b.putInt(LAST_SUMMARY - SUMMARY + 20, 1).putInt(LAST_SUMMARY + 20, 2));
        put(all, "m59_target_duplicate_conflict", b -> b.putInt(LAST_SUMMARY - SUMMARY + 16, 1));
    }

    /** The last segment's directory, and its only record. */
    private static void data(Map<String, byte[]> all) {
        put(all, "m45_init_shifted_1e9", b -> b.putDouble(LAST_DIRECTORY, 1e9));
        put(all, "m43_intlen_negative", b -> b.putDouble(LAST_DIRECTORY + 8, -691_200));
        put(all, "m39_trailer_rsize_0", b -> b.putDouble(LAST_DIRECTORY + 16, 0));
        put(all, "m41_trailer_rsize_huge", b -> b.putDouble(LAST_DIRECTORY + 16, 1e6));
        put(all, "m37_trailer_n_huge", b -> b.putDouble(LAST_DIRECTORY + 24, 1e15));
        put(all, "m47_mid_shifted", b -> b.putDouble(LAST_DATA, 1e8));
        put(all, "m49_coef_inf", b -> b.putDouble(LAST_DATA + 16, Double.POSITIVE_INFINITY));
        put(all, "m51_coef_bitflip_low", b -> b.put(LAST_DATA + 18, (byte) (b.get(LAST_DATA + 18) ^ 0x80)));
    }

    private static void put(Map<String, byte[]> all, String name, Consumer<ByteBuffer> fault) {
        ByteBuffer bytes = ByteBuffer.wrap(sound()).order(ByteOrder.LITTLE_ENDIAN);
        fault.accept(bytes);
        all.put(name + ".bsp", bytes.array());
    }

    /** What a transfer in text mode does: each line feed gets a carriage return. */
    private static byte[] inTextMode(byte[] sound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : sound) {
            if (b == '\n') {
                out.write('\r');
            }
            out.write(b);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] sound) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes the sound kernel and all broken ones; the files of the broken ones, sorted by name. */
    public static List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(SOUND), sound());
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> one : all().entrySet()) {
            files.add(Files.write(folder.resolve(one.getKey()), one.getValue()));
        }
        return files;
    }
}
