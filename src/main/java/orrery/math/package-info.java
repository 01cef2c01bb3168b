/**
 * The mathematics that more than one room needs: vectors and rotation matrices in SPICE's order of operations, sines that
 * are the same on every machine and allocate nothing, motion of two bodies, search for roots and
 * extrema, and the defining constants of astronomy.
 *
 * <p>Uses the JDK alone. Start at {@link orrery.math.Vectors} and {@link orrery.math.Constants}.
 */
@NullMarked
package orrery.math;

import org.jspecify.annotations.NullMarked;
