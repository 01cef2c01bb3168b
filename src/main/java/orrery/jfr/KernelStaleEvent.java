package orrery.jfr;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A file no longer matches what was mapped. */
@Name("orrery.KernelStale")
@Label("Kernel Stale")
@Description("A mapped kernel file no longer matches what was mapped: replaced, removed, truncated or overwritten")
@Category({FlightEvents.CATEGORY, "Kernels"})
@StackTrace(false)
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class KernelStaleEvent extends Event {
    @Label("Path")
    private final String path;

    @Label("Reason")
    private final String reason;

    @Label("Altered")
    @Description("Whether the mapped bytes may have changed, so that no number of this kernel can be trusted")
    private final boolean altered;

    KernelStaleEvent(Path file, String why, boolean bytesToo) {
        path = file.toString();
        reason = why;
        altered = bytesToo;
    }
}
