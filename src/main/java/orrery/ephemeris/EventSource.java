package orrery.ephemeris;

import java.util.List;

/** What finds one kind of event: the walks that find all of it. {@code EventRun} lists them all. Confined to one thread, as the view it looks through. */
interface EventSource {
    /**
     * The walks for what is asked; none where it has no body of which there are such events.
     *
     * @param asked bodies and families
     */
    List<EventPass> passes(EventsAsked asked);
}
