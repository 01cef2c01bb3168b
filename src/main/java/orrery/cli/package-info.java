/**
 * The command line: one picocli class per command. Shows that everything below the window runs without one. May use
 * every room but the window's; drawing is requested through {@link orrery.cli.SnapshotRenderer}.
 *
 * <p>Start at {@link orrery.cli.OrreryCommand#run}.
 */
@NullMarked
package orrery.cli;

import org.jspecify.annotations.NullMarked;
