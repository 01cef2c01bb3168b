/**
 * Makes kernels: n-body integration, Chebyshev fitting and SPK writing.
 *
 * <p>Makes the shipped kernel {@code kernels/orrery_1900_2100.bsp} and the kernels that tests need. May use ephemeris
 * and below; the writer itself uses none of them.
 *
 * <p>Start reading at {@link orrery.forge.SpkWriter} for files and at {@link orrery.forge.Forge} for the shipped
 * kernel.
 */
@NullMarked
package orrery.forge;

import org.jspecify.annotations.NullMarked;
