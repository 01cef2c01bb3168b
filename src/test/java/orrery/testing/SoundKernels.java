package orrery.testing;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.SpkWriter;

/** Sound kernels: the project's own of every kind, and others' if they are present. */
public final class SoundKernels {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));

    private SoundKernels() {}

    /** All of them; those made for the tests are written into a folder. */
    public static List<Path> all(Path folder) throws IOException {
        List<Path> all = own(folder);
        all.addAll(Shared.filesIfAny("kernels/real"));
        return all;
    }

    /** The project's own. */
    public static List<Path> own(Path folder) throws IOException {
        Path turned = folder.resolve("every_type_big.bsp");
        SpkWriter.of(ByteOrder.BIG_ENDIAN).addAll(EveryType.segments()).write(turned);
        return new ArrayList<>(List.of(
                shipped(),
                BASE.resolve("src/test/resources/orrery/parity/granules.bsp"),
                EveryType.write(folder.resolve("every_type.bsp")),
                turned,
                SmallSky.write(folder.resolve("small_sky.bsp")),
                MadeKernels.planets(folder.resolve("planets.bsp"), 0),
                manyBigEndian(folder.resolve("many.bsp"))));
    }

    /** The kernel that the program ships. */
    public static Path shipped() {
        return BASE.resolve("kernels").resolve("orrery_1900_2100.bsp");
    }

    /** A pool of the shipped kernel and others, of which the last wins. */
    public static KernelPool shippedPool(Path... others) {
        return pool(Stream.concat(Stream.of(shipped()), Stream.of(others)).toArray(Path[]::new));
    }

    /** A pool of these kernels, mapped anew. */
    public static KernelPool pool(Path... files) {
        KernelRegistry registry = new KernelRegistry();
        List<KernelHandle> handles = Stream.of(files).map(registry::open).toList();
        try {
            return KernelPool.of(handles);
        } finally {
            handles.forEach(KernelHandle::close);
        }
    }

    /** Ceres wrt the Sun, big-endian, in eighty segments of a hundred days each about J2000, with a comment. */
    public static Path manyBigEndian(Path file) throws IOException {
        SpkWriter writer = SpkWriter.of(ByteOrder.BIG_ENDIAN).comment("SPK file contents: Ceres, in pieces.");
        double piece = 100 * 86_400.0;
        for (int i = -40; i < 40; i++) {
            writer = writer.add(MadeKernels.segment(2000001, 10, i, i * piece, (i + 1) * piece));
        }
        writer.write(file);
        return file;
    }
}
