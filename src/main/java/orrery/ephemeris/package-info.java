/**
 * Where bodies are: routes through the tree of centers, states, light time and apparent places; bodies with their names
 * and constants. May use {@code orrery.binding}, {@code orrery.spk} and {@code orrery.time}. Stateless and lock-free:
 * any number of threads may ask at once.
 *
 * <p>Start at {@link orrery.ephemeris.Ephemeris#state}.
 */
@NullMarked
package orrery.ephemeris;

import org.jspecify.annotations.NullMarked;
