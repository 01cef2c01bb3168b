/**
 * What every view shares: the latest-value slot, the pulse pump, canvases and rasters that draw from data, the palette.
 * Knows nothing of kernels or of the orrery; uses JavaFX and no other room. Start with {@link orrery.ui.fx.PulsePump}:
 * producers put values into a {@link orrery.ui.fx.LatestValue}, the pump's listeners take the newest once a pulse and
 * draw it.
 */
@NullMarked
package orrery.ui.fx;

import org.jspecify.annotations.NullMarked;
