package orrery.audit;

import java.util.ArrayList;
import java.util.List;

/** B2: mapping discipline. */
final class MappingDiscipline extends AbstractClaim {
    MappingDiscipline() {
        super(
                "B2",
                "mapping discipline",
                "A file is mapped once, read-only, however many handles there are; its pages are the system's,"
                        + " not copies.",
                "A second or writable mapping of a file; more resident pages than the file has; private pages;"
                        + " anonymous memory that grows with mapped memory.",
                "In a child process: /proc/self/maps and smaps, and the JVM's own count of what is mapped, before and"
                        + " after every page is read through many handles.");
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public boolean isOfStates() {
        return false;
    }

    @Override
    public Finding examine(ClaimContext context) {
        List<String> flags = new ArrayList<>(ChildProcess.FIXED_HEAP);
        // Speed does not matter here, and the second compiler would take longer than the examination.
        flags.add("-XX:TieredStopAtLevel=1");
        return ChildProcess.examine(context, flags, AuditChild.arguments("mapping", context));
    }
}
