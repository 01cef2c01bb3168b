/**
 * Films of the sky: the contents of each frame as a function of its number, frames painted and encoded in parallel, and
 * the record of what every frame shows. May use ui.orrery, ui.fx, service and the rooms that service may use. Start
 * reading at {@link orrery.ui.film.FilmPath}, then {@link orrery.ui.film.FilmRun}.
 */
@NullMarked
package orrery.ui.film;

import org.jspecify.annotations.NullMarked;
