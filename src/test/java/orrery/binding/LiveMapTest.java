package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.Segment;
import orrery.spk.Workspace;
import orrery.testing.ChildJvm;
import orrery.testing.EveryType;
import orrery.testing.MadeKernels;

/** What happens to a kernel on disk while it is mapped. Truncation is tested in a separate process. */
class LiveMapTest {
    @TempDir
    private Path dir;

    private final KernelRegistry registry = new KernelRegistry();
    private final Workspace work = new Workspace();

    @Test
    void aKernelCutShortUnderCompiledQueriesFailsTypedAndNeverWrong() throws Exception {
        cutShort(MadeKernels.planets(dir.resolve("k.bsp"), 1), 60);
    }

    @Test
    @Tag("long")
    void aKernelCutShortThousandsOfTimesFailsTypedAndNeverWrong() throws Exception {
        cutShort(MadeKernels.planets(dir.resolve("k.bsp"), 1), 3_000);
    }

    /** One type at a time, so that the compiler sees one kind of segment and could inline its reads. */
    @Test
    @Tag("long")
    void aKernelOfAnyTypeCutShortFailsTypedAndNeverWrong() throws Exception {
        for (RawSegment segment : EveryType.segments()) {
            Path kernel = dir.resolve(segment.target() + ".bsp");
            SpkWriter.littleEndian().add(segment).write(kernel);
            cutShort(kernel, 60);
        }
    }

    /** The virtual machine's own choice of what to inline, without options. */
    private void cutShort(Path kernel, int passes) throws Exception {
        String said = child(LiveMapChild.class, kernel.toString(), Integer.toString(passes));
        assertThat(said).contains(" damaged 0 wrong 0 siblings-wrong 0 untyped [] passes " + passes);
        assertThat(said).doesNotStartWith("typed 0 ");
    }

    @Test
    void anErrorBeneathACompiledReadArisesWhereItIsCaught() throws Exception {
        assertThat(child(OutOfLineChild.class, dir.toString(), "20"))
                .isEqualToIgnoringWhitespace("caught 20 late 0 wrong 0");
    }

    private static String child(Class<?> main, String... arguments) throws Exception {
        Process child = new ProcessBuilder(
                        ChildJvm.command(List.of("-Xmx256m", "-XX:TieredStopAtLevel=4"), main, arguments))
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        System.out.print(said);
        return said;
    }

    @Test
    void aKernelReplacedByRenameKeepsItsOldBytesAndIsStale() throws Exception {
        Path file = MadeKernels.planets(dir.resolve("k.bsp"), 1);
        Path other = MadeKernels.planets(dir.resolve("other.bsp"), 2);
        try (KernelHandle handle = registry.open(file)) {
            double[] before = state(handle);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            assertThat(state(handle)).isEqualTo(before);
            registry.poll();
            assertThat(handle.stale()).hasValueSatisfying(why -> assertThat(why).contains("another file"));
            assertThat(state(handle)).isEqualTo(before);
            try (KernelHandle fresh = registry.open(file)) {
                assertThat(state(fresh)).isNotEqualTo(before);
                assertThat(fresh.stale()).isEmpty();
            }
        }
    }

    @Test
    void aKernelRemovedKeepsItsOldBytesAndIsStale() throws Exception {
        Path file = MadeKernels.planets(dir.resolve("k.bsp"), 1);
        try (KernelHandle handle = registry.open(file)) {
            double[] before = state(handle);
            Files.delete(file);
            registry.poll();
            assertThat(handle.stale()).hasValueSatisfying(why -> assertThat(why).contains("removed"));
            assertThat(state(handle)).isEqualTo(before);
            assertThatThrownBy(() -> registry.open(file)).isInstanceOf(KernelOpenException.class);
        }
    }

    @Test
    void aKernelOverwrittenInPlaceIsStale() throws Exception {
        Path file = MadeKernels.planets(dir.resolve("k.bsp"), 1);
        byte[] other = Files.readAllBytes(MadeKernels.planets(dir.resolve("other.bsp"), 2));
        try (KernelHandle handle = registry.open(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(other));
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            registry.poll();
            assertThat(handle.stale()).hasValueSatisfying(why -> assertThat(why).contains("overwritten"));
        }
    }

    @Test
    void openingAFileThatIsCutShortMeanwhileIsTyped() throws Exception {
        // Truncated within the first page, so that no page of the map is lost.
        Path file = MadeKernels.planets(dir.resolve("k.bsp"), 1);
        try (KernelHandle handle = registry.open(file)) {
            double[] out = new double[6];
            Segment segment = handle.file().segments().getFirst();
            handle.state(segment, 0, out, work);
            long size = Files.size(file);
            // The last data words are lost, but their page stays: the rest of it reads as zeros, and that is noticed.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(lastDataByte(handle) - 8);
            }
            assertThat(size).isGreaterThan(4096);
            assertThatThrownBy(() -> handle.state(segment, 0, out, work)).isInstanceOf(KernelFaultException.class);
            assertThat(handle.isFaulted()).isTrue();
        }
    }

    private static long lastDataByte(KernelHandle handle) {
        Segment last = handle.file().segments().getLast();
        return last.info().offset() + last.info().bytes();
    }

    /** Real segments at both ends of a file of 3 GiB, with nothing in between. */
    @Test
    void aKernelOverTwoGibibytesAnswersAtBothEnds() throws IOException {
        Path small = MadeKernels.planets(dir.resolve("small.bsp"), 1);
        Path large = dir.resolve("large.bsp");
        Files.copy(small, large);
        long place = 3L << 30;
        try (KernelHandle handle = registry.open(small);
                FileChannel channel = FileChannel.open(large, StandardOpenOption.WRITE)) {
            int index = handle.file().segments().size() - 1;
            var info = handle.file().segments().get(index).info();
            ByteBuffer bytes = ByteBuffer.allocate((int) info.bytes());
            try (FileChannel from = FileChannel.open(small)) {
                from.read(bytes, info.offset());
            }
            channel.write(bytes.flip(), place);
            ByteBuffer addresses = ByteBuffer.allocate(8).order(handle.file().order());
            addresses.putInt((int) (place / 8 + 1)).putInt((int) ((place + info.bytes()) / 8));
            long record = 1024L * (firstSummary(small, handle) - 1);
            channel.write(addresses.flip(), record + 24 + 40L * index + 32);
        }
        assertThat(Files.size(large)).isGreaterThan(2L << 30);
        try (KernelHandle a = registry.open(small);
                KernelHandle b = registry.open(large)) {
            assertThat(b.file().problems()).isEmpty();
            double[] expected = new double[6];
            double[] actual = new double[6];
            for (int i = 0; i < a.file().segments().size(); i++) {
                for (int k = 0; k <= 100; k++) {
                    double et = MadeKernels.START + (MadeKernels.END - MadeKernels.START) * k / 100;
                    a.state(a.file().segments().get(i), et, expected, work);
                    b.state(b.file().segments().get(i), et, actual, work);
                    assertThat(actual).isEqualTo(expected);
                }
            }
        }
    }

    private static int firstSummary(Path file, KernelHandle handle) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(4).order(handle.file().order());
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(word, 76);
        }
        return word.flip().getInt();
    }

    private double[] state(KernelHandle handle) {
        double[] out = new double[6];
        handle.state(handle.file().segments().getFirst(), 1234.5, out, work);
        return out;
    }
}
