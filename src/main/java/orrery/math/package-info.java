/**
 * Mathematics needed by more than one room: vectors and rotation matrices in SPICE's order of operations, sines that
 * are the same on every machine and allocate nothing, two-body motion, the search for roots and extrema, and the
 * defining constants of astronomy.
 *
 * <p>Uses only the JDK. Start at {@link orrery.math.Vectors} and {@link orrery.math.Constants}.
 */
@NullMarked
package orrery.math;

import org.jspecify.annotations.NullMarked;
