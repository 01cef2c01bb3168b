package orrery.jfr;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A read found its bytes missing. */
@Name("orrery.KernelFault")
@Label("Kernel Fault")
@Description("A read found that its kernel file was truncated; every later query on that file is refused")
@Category({FlightEvents.CATEGORY, "Kernels"})
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class KernelFaultEvent extends Event {
    @Label("Path")
    private final String path;

    @Label("Reason")
    private final String reason;

    KernelFaultEvent(Path file, String why) {
        path = file.toString();
        reason = why;
    }
}
