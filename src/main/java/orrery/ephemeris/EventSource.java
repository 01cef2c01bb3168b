package orrery.ephemeris;

import java.util.List;

/**
 * Finds the events of one or more families: supplies the passes of a search. {@code EventSources} lists all.
 * Confined to one thread, like the view it uses.
 */
interface EventSource {
    /**
     * The passes for a search of its family; none if no requested body has such events.
     *
     * @param selection the requested bodies and families
     */
    List<EventPass> passes(EventSelection selection);
}
