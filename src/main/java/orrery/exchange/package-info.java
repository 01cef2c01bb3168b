/**
 * Other people's trajectory formats, in and out: CCSDS OEM and OMM, Horizons, MPC, SBDB, two-line elements, STK and CSV.
 * A file is told by what stands in it, never by its name.
 *
 * <p>May use the forge, the files and what lies below them. Nothing here maps a kernel that it did not open itself.
 *
 * <p>Start reading at {@link orrery.exchange.Import} for the way in and at {@link orrery.exchange.Export} for the way out.
 */
@NullMarked
package orrery.exchange;

import org.jspecify.annotations.NullMarked;
