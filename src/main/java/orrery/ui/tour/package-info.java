/**
 * Tours of the sky: a readable file of views, each with a caption, a length of stay and a flight to it; the contents of
 * the screen at each second of a tour, played in the window or drawn as a film. May use ui.orrery, ui.film, ui.fx,
 * service and the rooms that service may use. Start reading at {@link orrery.ui.tour.Tour}, then
 * {@link orrery.ui.tour.TourTimeline}.
 */
@NullMarked
package orrery.ui.tour;

import org.jspecify.annotations.NullMarked;
