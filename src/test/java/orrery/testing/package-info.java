/**
 * What tests stand on: kernels made on the spot, a server, threads let loose together, and the two ways to look at what
 * another thread changes, {@link orrery.testing.Eventually} and, for the window, {@link orrery.testing.Screen}.
 */
@NullMarked
package orrery.testing;

import org.jspecify.annotations.NullMarked;
