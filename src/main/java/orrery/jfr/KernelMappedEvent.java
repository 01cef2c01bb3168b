package orrery.jfr;

import java.nio.file.Path;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import orrery.binding.KernelObserver;

/** A file was mapped. */
@Name("orrery.KernelMapped")
@Label("Kernel Mapped")
@Description("A kernel file was mapped into memory and its structure was read, for the first handle on it")
@Category({FlightEvents.CATEGORY, "Kernels"})
@StackTrace(false)
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class KernelMappedEvent extends Event implements KernelObserver.MappingFile {
    @Label("Path")
    private String path = "";

    @Label("Size")
    @Description("The length of the file and of its mapping")
    @DataAmount(DataAmount.BYTES)
    private long size;

    @Label("Segments")
    @Description("Number of segments in its records")
    private int segments;

    @Override
    public void mapped(Path file, long bytes, int held) {
        end();
        if (shouldCommit()) {
            path = file.toString();
            size = bytes;
            segments = held;
            commit();
        }
    }
}
