/**
 * An SPK file as immutable values over a {@link java.lang.foreign.MemorySegment}: its segments, their coverage, its
 * comments, and all checks for damaged or hostile bytes. May use {@code orrery.time} and {@code orrery.math}. It maps
 * nothing, closes nothing and knows no threads: any number of threads may read every value here at the same time.
 *
 * <p>Start at {@link orrery.spk.SpkFile#read}; then {@link orrery.spk.Segment#state}. {@code SpkType} lists
 * the data types.
 */
@NullMarked
package orrery.spk;

import org.jspecify.annotations.NullMarked;
