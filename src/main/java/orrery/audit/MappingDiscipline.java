package orrery.audit;

import java.util.ArrayList;
import java.util.List;

/** B2: mapping discipline. */
final class MappingDiscipline extends ClaimText {
    MappingDiscipline() {
        super(
                "B2",
                "mapping discipline",
                "A file is mapped once, read-only, however many handles; its pages are the system's, not copies.",
                "A second mapping of a file, or a writable one; resident pages beyond the file; pages of its own;"
                        + " anonymous memory that grows while mapped memory does.",
                "In a child process: /proc/self/maps and smaps, and the JVM's own count of what is mapped, before and"
                        + " after every page was read through many handles.");
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
    public Finding examine(ClaimContext bench) {
        List<String> flags = new ArrayList<>(ChildProcess.FIXED_HEAP);
        // Nothing here is about speed, and the second compiler would take longer than the examination.
        flags.add("-XX:TieredStopAtLevel=1");
        return ChildProcess.examine(bench, flags, AuditChild.arguments("mapping", bench));
    }
}
