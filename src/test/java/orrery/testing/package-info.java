/**
 * What tests share: kernels made for them, a server, threads released together, and the two ways to await a change by
 * another thread, {@link orrery.testing.Eventually} and, for the window, {@link orrery.testing.Screen}.
 */
@NullMarked
package orrery.testing;

import org.jspecify.annotations.NullMarked;
