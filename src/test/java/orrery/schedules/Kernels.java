package orrery.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.NaifIds;
import orrery.spk.Workspace;
import orrery.testing.MadeKernels;

/** The small kernels that the protocols use, with the answers of one thread. Immutable, except for files made anew. */
final class Kernels {
    /** The epoch of all questions, TDB seconds past J2000. */
    static final double ET = 1.25e6;

    private final Path folder;
    private final double[] first;
    private final double[] second;
    private final double[] oldChain;
    private final double[] newChain;
    private final double[] oldCenter;
    private final double[] oldMoon;
    private final double[] newMoon;

    private Kernels(Path folder) {
        this.folder = folder;
        first = alone(file("first"));
        second = alone(file("second"));
        oldMoon = alone(file("moon-old"));
        newMoon = alone(file("moon-new"));
        oldCenter = alone(file("center-old"));
        oldChain = chain(oldSet());
        newChain = chain(newSet());
    }

    /** Makes them in a folder unless they exist. */
    static Kernels in(Path folder) throws IOException {
        Kernels.make(folder, "first", NaifIds.MOON, NaifIds.EARTH_BARYCENTER, 0);
        Kernels.make(folder, "second", NaifIds.MOON, NaifIds.EARTH_BARYCENTER, 1);
        Kernels.make(folder, "moon-old", NaifIds.MOON, NaifIds.EARTH_BARYCENTER, 2);
        Kernels.make(folder, "moon-new", NaifIds.MOON, NaifIds.EARTH_BARYCENTER, 3);
        Kernels.make(folder, "center-old", NaifIds.EARTH_BARYCENTER, NaifIds.SOLAR_SYSTEM_BARYCENTER, 4);
        Kernels.make(folder, "center-new", NaifIds.EARTH_BARYCENTER, NaifIds.SOLAR_SYSTEM_BARYCENTER, 5);
        Path alias = folder.resolve("alias.bsp");
        if (!Files.exists(alias)) {
            Files.createLink(alias, folder.resolve("first.bsp"));
        }
        return new Kernels(folder);
    }

    private static void make(Path folder, String name, int target, int center, int kind) throws IOException {
        Path file = folder.resolve(name + ".bsp");
        if (!Files.exists(file)) {
            MadeKernels.one(file, target, center, kind);
        }
    }

    private static double[] alone(Path file) {
        double[] answer = new double[6];
        try (KernelHandle handle = new KernelRegistry().open(file)) {
            handle.state(handle.file().segments().getFirst(), ET, answer, new Workspace());
        }
        return answer;
    }

    private static double[] chain(List<Path> files) {
        double[] answer = new double[6];
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), files)) {
            Ephemeris.of(pool).state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, ET, answer);
        }
        return answer;
    }

    private Path file(String name) {
        return folder.resolve(name + ".bsp");
    }

    Path first() {
        return file("first");
    }

    /** The same file by another name. */
    Path alias() {
        return file("alias");
    }

    List<Path> oldSet() {
        return List.of(file("moon-old"), file("center-old"));
    }

    List<Path> newSet() {
        return List.of(file("moon-new"), file("center-new"));
    }

    /** A copy of the first that may be spoilt. */
    Path fresh(String name) {
        return copy("first", name);
    }

    /** A copy of the second. */
    Path freshSecond(String name) {
        return copy("second", name);
    }

    private Path copy(String from, String to) {
        try {
            // Another file, instead of overwriting the old one: mapped bytes must not change under their readers.
            Files.deleteIfExists(file(to));
            return Files.copy(file(from), file(to), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean first(double[] answer) {
        return Arrays.equals(answer, first);
    }

    boolean second(double[] answer) {
        return Arrays.equals(answer, second);
    }

    boolean oldChain(double[] answer) {
        return Arrays.equals(answer, oldChain);
    }

    boolean newChain(double[] answer) {
        return Arrays.equals(answer, newChain);
    }

    boolean oldCenter(double[] answer) {
        return Arrays.equals(answer, oldCenter);
    }

    boolean oldMoon(double[] answer) {
        return Arrays.equals(answer, oldMoon);
    }

    boolean newMoon(double[] answer) {
        return Arrays.equals(answer, newMoon);
    }
}
