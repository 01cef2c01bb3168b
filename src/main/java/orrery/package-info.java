/**
 * The program's entry point and composition root, and nothing else: every feature lives in a room (package) of its own,
 * and may use only what its row in the README's table names.
 *
 * <p>Start at {@link orrery.Main}.
 */
@NullMarked
package orrery;

import org.jspecify.annotations.NullMarked;
