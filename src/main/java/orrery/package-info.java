/**
 * The program's entry point and composition root, and nothing else: every feature lives in a room (package) of its own,
 * and may use only the rooms that the architecture page draws below it, which {@code RoomsTest} enforces.
 *
 * <p>Start at {@link orrery.Main}.
 */
@NullMarked
package orrery;

import org.jspecify.annotations.NullMarked;
