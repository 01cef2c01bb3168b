/**
 * Makes kernels: n-body integration, Chebyshev fitting and SPK writing.
 *
 * <p>What the program ships as {@code kernels/orrery_1900_2100.bsp} is made here, and so are the kernels that tests
 * need. May use ephemeris and below; the writer itself uses none of them.
 *
 * <p>Start reading at {@link orrery.forge.SpkWriter} for files and at {@link orrery.forge.Forge} for the shipped kernel.
 */
@NullMarked
package orrery.forge;

import org.jspecify.annotations.NullMarked;
