package orrery.ephemeris;

import java.util.List;

/** One kind of event: which walks find all of it. Confined to one thread, as the view it looks through. */
interface EventSource {
    /**
     * The walks for what is asked; none where it has no body of which there are such events.
     *
     * @param asked bodies and families
     */
    List<EventPass> passes(EventsAsked asked);
}
