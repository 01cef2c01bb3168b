package orrery.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Throttle;
import orrery.ephemeris.QueryObserver;

/** A sampled query. One object per thread is reused, so that nothing is allocated while allocations are measured. */
@Name("orrery.Query")
@Label("Query (Sampled)")
@Description("One query in " + FlightEvents.ONE_IN + " on each thread, at random: the query and the body,"
        + " and how long the answer took")
@Category({FlightEvents.CATEGORY, "Queries"})
@Enabled(false)
@StackTrace(false)
@Throttle("2000/s")
@SuppressWarnings("unused") // The flight recorder reads the fields.
final class QueryEvent extends Event implements QueryObserver.QueryProbe {
    @Label("Target")
    @Description("NAIF id of the body")
    private int target;

    @Label("Center")
    @Description("NAIF id of the center, or of the observer")
    private int center;

    @Label("Epoch")
    @Description("Seconds of TDB past J2000")
    @SecondsPastJ2000
    private double et;

    @Label("Kind")
    @Description("state: geometric state; place: with light time, and aberration if requested")
    private String kind = "";

    @Label("Refusal")
    @Description("The kind of error; empty if the query was answered")
    private String refusal = "";

    @Override
    public void ended(int body, int relativeTo, double epoch, QueryObserver.Kind asked, String refused) {
        end();
        if (shouldCommit()) {
            target = body;
            center = relativeTo;
            et = epoch;
            kind = asked == QueryObserver.Kind.STATE ? "state" : "place";
            refusal = refused;
            commit();
        }
    }
}
