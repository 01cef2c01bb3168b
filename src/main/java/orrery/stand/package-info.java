/**
 * A test stand for readers written by others: the small interface that a Java reader implements, adapters to C
 * libraries, and the separate process in which a reader runs, where it can hang, crash, leak or exit without doing
 * harm. May use the JDK, {@code orrery.telemetry} and {@code orrery.host}. Which queries to ask, and what the answers
 * prove, is decided in {@code orrery.audit}.
 *
 * <p>Start reading at {@link orrery.stand.Reader} to supply a reader, at {@link orrery.stand.ReaderProcess} to run one.
 */
@NullMarked
package orrery.stand;

import org.jspecify.annotations.NullMarked;
