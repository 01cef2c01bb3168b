package orrery.forge;

import java.util.List;
import java.util.stream.Collectors;
import orrery.binding.KernelHandle;

/** The origin of a kernel made from others, for its comment area. */
final class Provenance {
    private static final int WIDEST = 80;

    private Provenance() {}

    /** A short description of a kernel: its name, size and internal name. */
    static String source(KernelHandle kernel) {
        String inside = RawCopy.printable(kernel.file().internalName());
        return RawCopy.printable(kernel.name()) + " (" + kernel.file().size() + " bytes"
                + (inside.isBlank() ? "" : ", \"" + inside + "\"") + ")";
    }

    /** A sentence, wrapped for a comment area. */
    static String line(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDEST) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }

    /** The comments of the source, in a form the writer accepts. */
    static String carried(KernelHandle kernel) {
        return kernel.comment().lines().map(RawCopy::printable).collect(Collectors.joining("\n"));
    }

    /** The comments of several sources, each under its name; empty if none has any. */
    static String carried(List<KernelHandle> kernels) {
        StringBuilder comments = new StringBuilder();
        for (KernelHandle kernel : kernels) {
            String carried = carried(kernel);
            if (!carried.isBlank()) {
                comments.append("\nComments of ")
                        .append(RawCopy.printable(kernel.name()))
                        .append(":\n\n")
                        .append(carried)
                        .append('\n');
            }
        }
        return comments.toString();
    }
}
