package orrery.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A claim was examined. */
@Name("orrery.Claim")
@Label("Claim")
@Description("An audit examined a claim about a kernel reader; lasts as long as the examination")
@Category({FlightEvents.CATEGORY, "Audit"})
@StackTrace(false)
@SuppressWarnings("unused") // The flight recorder reads the fields.
public final class ClaimEvent extends Event {
    @Label("Claim")
    @Description("Its id, such as A1")
    private final String claim;

    @Label("Title")
    private final String title;

    @Label("Reader")
    @Description("The examined reader")
    private final String reader;

    @Label("Verdict")
    private String verdict = "";

    @Label("Summary")
    @Description("The finding, in one sentence")
    private String summary = "";

    private ClaimEvent(String claim, String title, String reader) {
        this.claim = claim;
        this.title = title;
        this.reader = reader;
    }

    /** An examination begins. */
    public static ClaimEvent begun(String claim, String title, String reader) {
        ClaimEvent event = new ClaimEvent(claim, title, reader);
        event.begin();
        return event;
    }

    /** It has ended with a verdict. */
    public void ended(String found, String inWords) {
        end();
        verdict = found;
        summary = inWords;
        commit();
    }
}
