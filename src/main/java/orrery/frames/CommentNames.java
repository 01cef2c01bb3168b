package orrery.frames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.binding.KernelHandle;
import orrery.math.QuotedText;
import orrery.spk.CommentArea;
import orrery.spk.KernelException;

/**
 * Names of bodies in the comment areas of SPKs, written as in a text kernel ({@code NAIF_BODY_NAME} and {@code
 * NAIF_BODY_CODE} after {@code \begindata}): a kernel made of other programs' trajectories says there what these call
 * their bodies. SPICE does not read them; a text kernel's names and the built-in ones take precedence over them.
 * Invalid names are ignored, because comments are written for people. Stateless; thread-safe.
 */
public final class CommentNames {
    /** A comment area may hold gigabytes; names are at its beginning. */
    private static final int LONGEST = 1 << 22;

    /** As long as SPICE's names are. */
    private static final int MOST_LETTERS = 36;

    private static final Pattern DATA = Pattern.compile(
            "^[ \\t]*\\\\begindata[ \\t]*$(.*?)(?:^[ \\t]*\\\\begintext[ \\t]*$|\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final String NAME = "NAIF_BODY_NAME";
    private static final String CODE = "NAIF_BODY_CODE";

    private CommentNames() {}

    /**
     * Reads the names that kernels give.
     *
     * @param kernels in load order: the last wins
     * @return a name for each body that has one
     */
    public static Map<Integer, String> of(List<KernelHandle> kernels) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (KernelHandle kernel : kernels) {
            try {
                names.putAll(
                        in(kernel, kernel.read(() -> beginning(kernel.file().comments()))));
            } catch (KernelException _) {
                // A query of its states reports this.
            }
        }
        return names;
    }

    private static String beginning(CommentArea comments) {
        return comments.text(0, (int) Math.min(LONGEST, comments.capacity()));
    }

    private static Map<Integer, String> in(KernelHandle kernel, String comment) {
        Map<Integer, String> names = new LinkedHashMap<>();
        if (!comment.contains(NAME)) {
            return names;
        }
        Matcher data = DATA.matcher(comment);
        while (data.find()) {
            if (data.group().contains(NAME)) {
                try {
                    List<TextKernel.Assignment> assignments =
                            TextKernel.parse(kernel.path(), "\\begindata\n" + data.group(1)).assignments().stream()
                                    .filter(one -> one.name().equals(NAME)
                                            || one.name().equals(CODE))
                                    .toList();
                    KernelNames.of(KernelVariables.of(List.of(new TextKernel(kernel.path(), "", assignments))))
                            .all()
                            .forEach((id, all) -> {
                                if (isName(all.getLast())) {
                                    names.put(id, all.getLast());
                                }
                            });
                } catch (TextKernelException _) {
                    // A comment.
                }
            }
        }
        return names;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= MOST_LETTERS && name.chars().noneMatch(c -> c < ' ' || c > '~');
    }

    /**
     * Writes names in the form that {@link #of} reads.
     *
     * @param names a name for each NAIF id; a name that is blank or only a number is left out, one of more than 36
     *     characters is cut, and characters that are not printable ASCII become {@code ?}
     * @return lines for a comment area; empty if there are no names
     */
    public static String text(SequencedMap<Integer, String> names) {
        List<String> lines = new ArrayList<>();
        names.forEach((id, name) -> {
            String plain = QuotedText.ascii(name).strip();
            String cut =
                    plain.substring(0, Math.min(MOST_LETTERS, plain.length())).strip();
            if (!cut.isEmpty() && !cut.matches("[-+]?\\d+")) {
                lines.add(NAME + " += '" + cut.replace("'", "''") + "'");
                lines.add(CODE + " += " + id);
            }
        });
        return lines.isEmpty()
                ? ""
                : "Names, for this program; SPICE reads them from a text kernel that has these lines:\n\n\\begindata\n"
                        + String.join("\n", lines)
                        + "\n\\begintext\n";
    }
}
