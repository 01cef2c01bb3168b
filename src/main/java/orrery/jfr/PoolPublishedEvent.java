package orrery.jfr;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import orrery.binding.KernelObserver;

/** A set of kernels was published. */
@Name("orrery.KernelsPublished")
@Label("Kernels Published")
@Description("A set of kernels became current for all queries; lasts until the previous set was closed")
@Category({FlightEvents.CATEGORY, "Kernels"})
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class PoolPublishedEvent extends Event implements KernelObserver.Publishing {
    @Label("Kernels")
    @Description("Their file names, highest precedence last")
    private String kernels = "";

    @Label("Count")
    @Description("Number of kernels in the set")
    private int count;

    @Override
    public void published(List<String> names) {
        end();
        if (shouldCommit()) {
            kernels = String.join(", ", names);
            count = names.size();
            commit();
        }
    }
}
