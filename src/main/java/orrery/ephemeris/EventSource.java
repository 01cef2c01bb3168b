package orrery.ephemeris;

import java.util.List;

/**
 * One kind of event: supplies the walks that find all such events. {@code EventRun} lists them all. Confined to one
 * thread, like the view it uses.
 */
interface EventSource {
    /**
     * The walks for a search; none if no requested body has such events.
     *
     * @param asked the requested bodies and families
     */
    List<EventPass> passes(EventSelection asked);
}
