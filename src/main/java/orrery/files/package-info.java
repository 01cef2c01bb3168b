/**
 * Files as they are written: whole or not at all, by one writer at a time, and with nothing left behind. Knows nothing of
 * what is in them. Also text out of files as it may be shown ({@link orrery.files.VisibleText}). May use the JDK alone. Start reading at {@link orrery.files.PartFile}.
 */
@NullMarked
package orrery.files;

import org.jspecify.annotations.NullMarked;
