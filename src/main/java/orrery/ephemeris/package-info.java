/**
 * Positions of bodies: routes through the tree of centers, states, light time and apparent places; bodies with their
 * names and constants. May use {@code orrery.frames} and the rooms below it. Queries are lock-free, and any number
 * of threads may ask at the same time; the only state is a query observer, which the whole process shares.
 *
 * <p>Start at {@link orrery.ephemeris.Ephemeris#state}. Events are searched by {@link orrery.ephemeris.EventFinder};
 * each kind of search is an {@code EventSource}, and {@code EventSources} lists them.
 */
@NullMarked
package orrery.ephemeris;

import org.jspecify.annotations.NullMarked;
