package orrery.forge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import orrery.files.PartFile;
import orrery.spk.DafFormat;
import orrery.spk.Progress;

/**
 * Writes SPK files: any segments, either byte order, a comment area, as many summary records as it takes.
 *
 * <p>Source: DAF required reading. The file is a sequence of 1024-byte records: the file record, the comment area, then
 * for every 25 segments a summary record, a name record and the segments' doubles, padded to a full record. Segments
 * are in the order in which they were added, so the last one added wins where two cover the same epoch. Same calls,
 * same bytes.
 *
 * <p>A writer is a mutable builder for use by one thread.
 */
public final class SpkWriter {
    private final ByteOrder order;
    private final List<OutputSegment> segments = new ArrayList<>();
    private String internalName = "orrery";
    private String comment = "";

    private SpkWriter(ByteOrder order) {
        this.order = order;
    }

    /** A writer of files in the given byte order: {@code LTL-IEEE} or {@code BIG-IEEE}. */
    public static SpkWriter of(ByteOrder order) {
        return new SpkWriter(order);
    }

    /** A writer of little-endian files, as NAIF publishes today. */
    public static SpkWriter littleEndian() {
        return of(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Sets the internal file name, at most 60 characters of printable ASCII.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public SpkWriter internalName(String name) {
        if (name.length() > DafFormat.LOCIFN_LENGTH || !RawSegment.isPrintable(name)) {
            throw new IllegalArgumentException(
                    "The internal name \"%s\" is not within %d characters of printable ASCII."
                            .formatted(name, DafFormat.LOCIFN_LENGTH));
        }
        this.internalName = name;
        return this;
    }

    /**
     * Sets the comment area: lines of printable ASCII, ended by {@code \n}. Empty for none.
     *
     * @throws IllegalArgumentException if a line contains anything else
     */
    public SpkWriter comment(String text) {
        text.lines().filter(line -> !RawSegment.isPrintable(line)).findFirst().ifPresent(line -> {
            throw new IllegalArgumentException("The comment line \"%s\" is not printable ASCII.".formatted(line));
        });
        this.comment = text;
        return this;
    }

    /** Adds a segment after those already there. */
    public SpkWriter add(RawSegment segment) {
        segments.add(OutputSegment.of(segment));
        return this;
    }

    /** Adds segments, in order, after those already there. */
    public SpkWriter addAll(Iterable<RawSegment> more) {
        more.forEach(this::add);
        return this;
    }

    /** Adds a segment of discrete states, which are read at writing time, after those already there. */
    public SpkWriter add(StatesSegment segment) {
        segments.add(segment.outgoing());
        return this;
    }

    /** Adds the segments of a store, which are read at writing time, after those already there. */
    public SpkWriter addAll(SegmentStore store) {
        segments.addAll(store.all());
        return this;
    }

    /** Adds segments whose doubles are read at writing time, after those already there. */
    SpkWriter outgoing(List<OutputSegment> more) {
        segments.addAll(more);
        return this;
    }

    /** The segments to write, in order. */
    List<OutputSegment> segments() {
        return List.copyOf(segments);
    }

    /** The whole file as bytes, for kernels that fit in memory twice. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WritableByteChannel channel = Channels.newChannel(bytes)) {
            writeTo(channel, Progress.NONE);
        } catch (IOException e) {
            throw new AssertionError("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the file: to a temporary file beside it, forced to disk, then renamed over it in one step. Programs that
     * have the old file mapped keep the old bytes; nobody ever sees an incomplete file.
     *
     * @throws IOException if it cannot be written; an old file is then unchanged
     */
    public void write(Path file) throws IOException {
        write(file, Progress.NONE, _ -> {});
    }

    /** Checks a file that is written but not yet in place; throws if it must not get there. */
    @FunctionalInterface
    interface Check {
        void of(Path written) throws IOException;
    }

    /**
     * As {@link #write(Path)}, with a check of the whole file before it is renamed.
     *
     * @throws CancellationException if {@code progress} requested it; nothing is left then
     */
    void write(Path file, Progress progress, Check check) throws IOException {
        try (PartFile part = PartFile.of(file, size())) {
            writeTo(part.channel(), progress);
            part.force();
            check.of(part.path());
            part.settle();
        }
    }

    /** Size of the whole file in bytes, padded to full records. */
    long size() {
        byte[] notes = comment.isEmpty() ? new byte[0] : commentBytes();
        long words = new Layout(2 + commentRecords(notes)).free - 1;
        return (words + DafFormat.WORDS - 1) / DafFormat.WORDS * DafFormat.RECORD;
    }

    private static int commentRecords(byte[] notes) {
        return (notes.length + DafFormat.COMMENT_A_RECORD - 1) / DafFormat.COMMENT_A_RECORD;
    }

    private void writeTo(WritableByteChannel channel, Progress progress) throws IOException {
        WordCount count = new WordCount(segments, progress);
        byte[] notes = comment.isEmpty() ? new byte[0] : commentBytes();
        int commentRecords = commentRecords(notes);
        Layout layout = new Layout(2 + commentRecords);
        write(channel, fileRecord(layout));
        for (int i = 0; i < commentRecords; i++) {
            ByteBuffer buffer = record();
            int from = i * DafFormat.COMMENT_A_RECORD;
            buffer.put(notes, from, Math.min(DafFormat.COMMENT_A_RECORD, notes.length - from));
            write(channel, buffer);
        }
        for (Block block : layout.blocks) {
            write(channel, summaryRecord(block));
            write(channel, nameRecord(block));
            writeBodies(channel, block, count);
        }
    }

    private ByteBuffer fileRecord(Layout layout) {
        ByteBuffer buffer = record();
        buffer.put(ascii("DAF/SPK ", 8)).putInt(DafFormat.SUMMARY_DOUBLES).putInt(DafFormat.SUMMARY_INTEGERS);
        buffer.put(ascii(internalName, DafFormat.LOCIFN_LENGTH));
        buffer.putInt(layout.first().record).putInt(layout.last().record).putInt(Math.toIntExact(layout.free));
        buffer.put(ascii(order == ByteOrder.LITTLE_ENDIAN ? "LTL-IEEE" : "BIG-IEEE", 8));
        buffer.put(DafFormat.FTP, DafFormat.FTP_STRING.getBytes(StandardCharsets.ISO_8859_1));
        return buffer;
    }

    private ByteBuffer summaryRecord(Block block) {
        ByteBuffer buffer = record();
        buffer.putDouble(block.next).putDouble(block.previous).putDouble(block.segments.size());
        long address = block.firstAddress();
        for (OutputSegment s : block.segments) {
            long last = address + s.words() - 1;
            buffer.putDouble(s.start()).putDouble(s.end());
            buffer.putInt(s.target()).putInt(s.center()).putInt(s.frame()).putInt(s.type());
            buffer.putInt(Math.toIntExact(address)).putInt(Math.toIntExact(last));
            address = last + 1;
        }
        return buffer;
    }

    private ByteBuffer nameRecord(Block block) {
        ByteBuffer buffer = record();
        buffer.put(0, ascii("", DafFormat.SUMMARIES_A_RECORD * RawSegment.NAME_LENGTH));
        for (OutputSegment s : block.segments) {
            buffer.put(ascii(s.name(), RawSegment.NAME_LENGTH));
        }
        return buffer;
    }

    private void writeBodies(WritableByteChannel channel, Block block, WordCount count) throws IOException {
        Records records = new Records(channel);
        for (OutputSegment s : block.segments) {
            s.body().each(count.before(records));
        }
        records.end();
    }

    /** Fills records with doubles, many records per write. */
    private final class Records implements OutputSegment.Chunk {
        private static final int AT_ONCE = 256;
        private final WritableByteChannel channel;
        private final ByteBuffer buffer =
                ByteBuffer.allocate(AT_ONCE * DafFormat.RECORD).order(order);

        Records(WritableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public void take(double[] words, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                if (!buffer.hasRemaining()) {
                    write(channel, buffer);
                    buffer.clear();
                }
                buffer.putDouble(words[i]);
            }
        }

        /** Writes the rest, padded with zeros to a full record. */
        void end() throws IOException {
            while (buffer.position() % DafFormat.RECORD != 0) {
                buffer.putDouble(0);
            }
            if (buffer.position() > 0) {
                write(channel, buffer.slice(0, buffer.position()));
            }
        }
    }

    /** Lines ended by NUL, the whole by EOT: DAF required reading, "The comment area". */
    private byte[] commentBytes() {
        StringBuilder text = new StringBuilder(comment.length() + 2);
        comment.lines().forEach(line -> text.append(line).append('\0'));
        text.append((char) DafFormat.END_OF_COMMENT);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private ByteBuffer record() {
        return ByteBuffer.allocate(DafFormat.RECORD).order(order);
    }

    private static void write(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[] ascii(String text, int length) {
        return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /** The layout: record numbers count from 1, addresses are doubles counted from 1. */
    private final class Layout {
        private final List<Block> blocks = new ArrayList<>();
        private final long free;

        Layout(int firstRecord) {
            int record = firstRecord;
            int previous = 0;
            int from = 0;
            long address;
            do {
                int to = Math.min(from + DafFormat.SUMMARIES_A_RECORD, segments.size());
                List<OutputSegment> part = List.copyOf(segments.subList(from, to));
                long words = part.stream().mapToLong(OutputSegment::words).sum();
                int next = Math.toIntExact(record + 2 + (words + DafFormat.WORDS - 1) / DafFormat.WORDS);
                blocks.add(new Block(record, previous, to < segments.size() ? next : 0, part));
                address = Block.address(record + 2) + words;
                previous = record;
                record = next;
                from = to;
            } while (from < segments.size());
            free = address;
            if (free > Integer.MAX_VALUE) {
                throw new IllegalStateException(
                        "%d doubles are more than a DAF can address; write several files.".formatted(free));
            }
        }

        Block first() {
            return blocks.getFirst();
        }

        Block last() {
            return blocks.getLast();
        }
    }

    /** A summary record, its name record and their segments. */
    private record Block(int record, int previous, int next, List<OutputSegment> segments) {
        long firstAddress() {
            return address(record + 2);
        }

        static long address(int record) {
            return (record - 1L) * DafFormat.WORDS + 1;
        }
    }
}
