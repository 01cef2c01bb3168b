/**
 * Which system the program runs on, or pretends to, and where that system keeps a program's files.
 *
 * <p>Uses the JDK alone. Start at {@link orrery.host.HostSystem}.
 */
@NullMarked
package orrery.host;

import org.jspecify.annotations.NullMarked;
