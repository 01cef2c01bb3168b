package orrery.forge;

import java.util.List;
import java.util.stream.Collectors;
import orrery.binding.KernelHandle;

/** Where a kernel that was made out of others comes from, for its comment area. */
final class Provenance {
    private static final int WIDEST = 80;

    private Provenance() {}

    /** A kernel in a few words: its name, size and the name that its maker gave it. */
    static String source(KernelHandle kernel) {
        String inside = RawCopy.printable(kernel.file().internalName());
        return RawCopy.printable(kernel.name()) + " (" + kernel.file().size() + " bytes"
                + (inside.isBlank() ? "" : ", \"" + inside + "\"") + ")";
    }

    /** A sentence, wrapped as comment areas are. */
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

    /** The comments of the source, as a writer takes them. */
    static String carried(KernelHandle kernel) {
        return kernel.comment().lines().map(RawCopy::printable).collect(Collectors.joining("\n"));
    }

    /** The comments of several sources, each under its name; empty where none has any. */
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
