package orrery.jfr;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import orrery.binding.KernelObserver;

/** A handle was closed. */
@Name("orrery.KernelClosed")
@Label("Kernel Closed")
@Description("A handle on a kernel was closed; closing the last one unmaps the file, which waits for its readers")
@Category({FlightEvents.CATEGORY, "Kernels"})
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class KernelClosedEvent extends Event implements KernelObserver.Closing {
    @Label("Path")
    private String path = "";

    @Label("Handles Left")
    @Description("Handles still open on the same file")
    private int handlesLeft;

    @Label("Unmapped")
    @Description("Whether the file is no longer mapped")
    private boolean unmapped;

    @Override
    public void closed(Path file, int left) {
        end();
        if (shouldCommit()) {
            path = file.toString();
            handlesLeft = left;
            unmapped = left == 0;
            commit();
        }
    }
}
