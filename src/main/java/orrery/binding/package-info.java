/**
 * Maps, shares and closes kernels: one mapping per file for any number of handles, isolated handles, immutable pools
 * with SPICE's precedence, the live pool that can be swapped under running queries, and the override for one task. May
 * use {@code orrery.spk} and {@code orrery.time}. Nothing on the read path takes a lock.
 *
 * <p>Start at {@link orrery.binding.KernelRegistry#open}; then {@link orrery.binding.KernelPool}.
 */
@NullMarked
package orrery.binding;

import org.jspecify.annotations.NullMarked;
