/**
 * Readers that somebody else has written, on the stand: the small interface that a Java reader implements, adapters to
 * libraries in C, and the process of its own that a reader runs in, where it may hang, crash, leak or exit without
 * harm. May use the JDK and what telemetry and the host tell; what is asked of a reader and what its answers are worth
 * is the audit's business. Start reading at {@link orrery.stand.Reader} to bring a reader, at {@link
 * orrery.stand.ReaderProcess} to run one.
 */
@NullMarked
package orrery.stand;

import org.jspecify.annotations.NullMarked;
