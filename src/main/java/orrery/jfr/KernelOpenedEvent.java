package orrery.jfr;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import orrery.binding.KernelObserver;

/** A handle on a kernel was opened; with the stack, so that leaks can be traced. */
@Name("orrery.KernelOpened")
@Label("Kernel Opened")
@Description("A handle on a kernel was opened, by path or as a duplicate of another")
@Category({FlightEvents.CATEGORY, "Kernels"})
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class KernelOpenedEvent extends Event implements KernelObserver.Opening {
    @Label("Path")
    @Description("The absolute path used to open it")
    private String path = "";

    @Label("Handles")
    @Description("Handles open on the same file now, including this one")
    private int handles;

    @Label("Duplicate")
    @Description("Whether it was made from another handle, not from a path")
    private boolean duplicate;

    @Override
    public void opened(Path file, int open, boolean ofAnother) {
        end();
        if (shouldCommit()) {
            path = file.toString();
            handles = open;
            duplicate = ofAnother;
            commit();
        }
    }
}
