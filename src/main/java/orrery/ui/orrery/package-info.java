/**
 * The picture of the sky and the Body tab. May use ui.fx, service and the rooms that service may use.
 * {@link orrery.ui.orrery.SkyPainter} is a pure function from a frame, paths and a camera to pixels, drawn on a
 * separate thread by {@link orrery.ui.orrery.SkyRenderer}; {@link orrery.ui.orrery.OrreryView} shows the newest picture
 * and handles mouse and keys. Start reading at {@link orrery.ui.orrery.Projection}.
 */
@NullMarked
package orrery.ui.orrery;

import org.jspecify.annotations.NullMarked;
