/**
 * Other people's trajectory formats, in and out: CCSDS OEM and OMM, Horizons, MPC, SBDB, two-line elements, STK and
 * CSV. A file is recognized by content, never by name.
 *
 * <p>May use the forge, the files and what is below them. Nothing here maps a kernel that it did not open itself.
 *
 * <p>Start reading at {@link orrery.exchange.Import} for import and at {@link orrery.exchange.Export} for export;
 * {@link orrery.exchange.ImportFormat} and {@link orrery.exchange.ExportFormat} list the formats.
 */
@NullMarked
package orrery.exchange;

import org.jspecify.annotations.NullMarked;
