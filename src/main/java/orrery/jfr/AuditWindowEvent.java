package orrery.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A window was run. */
@Name("orrery.Window")
@Label("Window")
@Description("Many threads queried at the same time, as required by an audit's claim; lasts from their common start"
        + " to the end of the last one")
@Category({FlightEvents.CATEGORY, "Audit"})
@StackTrace(false)
@SuppressWarnings("unused") // The flight recorder reads the fields.
public final class AuditWindowEvent extends Event {
    @Label("Work")
    @Description("What the threads did")
    private final String work;

    @Label("Threads")
    private final int threads;

    @Label("Most Inside at Once")
    @Description("The most threads found inside a query at the same instant")
    private int mostInside;

    @Label("Rounds")
    @Description("Rounds completed by all threads")
    private long rounds;

    @Label("Queries")
    private long queries;

    private AuditWindowEvent(String work, int threads) {
        this.work = work;
        this.threads = threads;
    }

    /** The threads start. */
    public static AuditWindowEvent begun(String work, int threads) {
        AuditWindowEvent event = new AuditWindowEvent(work, threads);
        event.begin();
        return event;
    }

    /** The last one has ended. */
    public void ended(int inside, long completed, long asked) {
        end();
        mostInside = inside;
        rounds = completed;
        queries = asked;
        commit();
    }
}
