package orrery.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.frames.KernelVariables;
import orrery.frames.TextKernel;
import orrery.frames.TextKernelException;

/**
 * A meta-kernel (Kernel Required Reading, "Additional Meta-kernel Specifications" and "Path Symbols in Meta-kernels"):
 * a text that lists kernels to load in order.
 *
 * <p>{@code $SYMBOL} in a name stands for its value, the longest matching symbol first; a name that ends in {@code +}
 * continues in the next string. A relative name is resolved against the working directory, as in SPICE, and if nothing
 * is there, against the meta-kernel's folder.
 *
 * <p>Immutable.
 *
 * @param file the meta-kernel itself
 * @param kernels its entries in order: absolute paths, existing or not
 */
record MetaKernel(Path file, List<Path> kernels) {
    /** A meta-kernel is a list of names: anything longer is something else. */
    private static final long LONGEST = 4 << 20;
    /** As in CSPICE (MAXFIL in {@code keeper.f}): the most kernels that can be loaded at once. */
    private static final int MOST_KERNELS = 5_300;
    /** Longer than any file name: Windows allows 32,767 characters, other systems about 4,096. */
    private static final int LONGEST_NAME = 32_767;

    public MetaKernel {
        kernels = List.copyOf(kernels);
    }

    /**
     * Reads a meta-kernel.
     *
     * @throws MetaKernelException if it cannot be read, is invalid, or lists nothing
     */
    public static MetaKernel read(Path file) {
        String name = String.valueOf(file.getFileName());
        KernelVariables variables;
        try {
            if (Files.size(file) > LONGEST) {
                throw new MetaKernelException(name + " is " + Files.size(file)
                        + " bytes long, too long for a meta-kernel. Choose a" + " .tm or .bsp file.");
            }
            variables = KernelVariables.of(List.of(TextKernel.read(file)));
        } catch (NoSuchFileException e) {
            throw new MetaKernelException("Cannot open " + file + ": there is no such file. Check the path.", e);
        } catch (IOException e) {
            throw new MetaKernelException("Cannot open " + file + ": the system says: " + e.getMessage() + ".", e);
        } catch (TextKernelException e) {
            throw new MetaKernelException(String.valueOf(e.getMessage()), e);
        }
        List<String> symbols = strings(variables, "PATH_SYMBOLS");
        List<String> values = joined(name, strings(variables, "PATH_VALUES"));
        if (symbols.size() != values.size()) {
            throw new MetaKernelException(name + " has " + symbols.size() + " PATH_SYMBOLS and " + values.size()
                    + " PATH_VALUES; each symbol needs its value. Correct the meta-kernel.");
        }
        List<String> names = joined(name, strings(variables, "KERNELS_TO_LOAD"));
        if (names.isEmpty()) {
            throw new MetaKernelException(
                    name + " lists no kernels: it has no KERNELS_TO_LOAD between \\begindata and \\begintext.");
        }
        if (names.size() > MOST_KERNELS) {
            throw new MetaKernelException(name + " lists " + names.size() + " kernels; at most " + MOST_KERNELS
                    + " can be loaded at once. Split the meta-kernel.");
        }
        Path absolute = file.toAbsolutePath();
        return new MetaKernel(
                absolute,
                names.stream()
                        .map(n -> resolve(absolute, substitute(name, n, symbols, values)))
                        .toList());
    }

    private static List<String> strings(KernelVariables variables, String variable) {
        try {
            List<String> strings = variables.texts(variable);
            return strings == null ? List.of() : strings;
        } catch (TextKernelException e) {
            throw new MetaKernelException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Joins a string that ends in + with the next. */
    private static List<String> joined(String file, List<String> strings) {
        List<String> whole = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        for (String string : strings) {
            String part = string.stripTrailing();
            if (part.endsWith("+")) {
                begun.append(part, 0, part.length() - 1);
            } else {
                whole.add(begun.append(part).toString().strip());
                begun.setLength(0);
            }
        }
        if (!begun.isEmpty()) {
            throw new MetaKernelException(
                    file + ": the last string of a list ends in +, but nothing follows. Correct the meta-kernel.");
        }
        return whole;
    }

    private static String substitute(String file, String name, List<String> symbols, List<String> values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            if (name.charAt(at) != '$') {
                out.append(name.charAt(at++));
                continue;
            }
            int best = -1;
            for (int i = 0; i < symbols.size(); i++) {
                if (name.startsWith(symbols.get(i), at + 1)
                        && (best < 0
                                || symbols.get(i).length() > symbols.get(best).length())) {
                    best = i;
                }
            }
            if (best < 0) {
                throw new MetaKernelException(file + " names " + shortened(name)
                        + ", but no PATH_SYMBOLS begin what follows its $" + " sign. Correct the meta-kernel.");
            }
            out.append(values.get(best));
            if (out.length() > LONGEST_NAME) {
                throw new MetaKernelException(
                        file + " names a file by " + out.length() + " characters or more after its PATH_SYMBOLS"
                                + " are replaced"
                                + " by their values; no system has names that long."
                                + " Correct the meta-kernel.");
            }
            at += 1 + symbols.get(best).length();
        }
        return out.toString();
    }

    private static String shortened(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200) + "\u2026";
    }

    private static Path resolve(Path meta, String name) {
        Path path = PathText.parse(name)
                .orElseThrow(() -> new MetaKernelException(
                        meta.getFileName() + " names an invalid file: " + PathText.refusal(name)));
        Path here = path.toAbsolutePath().normalize();
        if (path.isAbsolute() || Files.exists(here)) {
            return here;
        }
        Path beside = meta.resolveSibling(path).normalize();
        return Files.exists(beside) ? beside : here;
    }
}
