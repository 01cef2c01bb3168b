/**
 * Writes files completely or not at all, by one writer at a time, and leaves nothing behind; knows nothing of their
 * contents. Also makes text from files safe to show ({@link orrery.files.VisibleText}).
 *
 * <p>Uses only the JDK. Start at {@link orrery.files.PartFile}.
 */
@NullMarked
package orrery.files;

import org.jspecify.annotations.NullMarked;
