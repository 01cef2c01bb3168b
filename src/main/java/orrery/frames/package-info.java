/**
 * Reference frames and the rotations between them, with their derivatives, in SPICE's order of operations: text kernels
 * (PCK, FK, LSK, names) and their variables, binary PCKs, SPICE's built-in frames.
 *
 * <p>May use {@code orrery.binding}, {@code orrery.spk}, {@code orrery.time} and {@code orrery.math}. Values are
 * immutable; rotations are stateless, lock-free and allocate nothing once a frame is known.
 *
 * <p>Start at {@link orrery.frames.FrameSystem}; for files at {@link orrery.frames.TextKernel}.
 */
@NullMarked
package orrery.frames;

import org.jspecify.annotations.NullMarked;
