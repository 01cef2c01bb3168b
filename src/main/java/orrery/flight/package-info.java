/**
 * The program's own events of the JDK's flight recorder, in the category Orrery, and recordings of them: what became of
 * kernels, which queries were asked, what an audit examined and found. Any tool that reads a recording (JDK Mission Control,
 * {@code jfr print}) shows them; with no recording on they cost nothing.
 * It may use what it tells of: {@code orrery.ephemeris}, {@code orrery.binding}.
 * Start reading at {@link orrery.flight.FlightEvents}.
 */
@NullMarked
package orrery.flight;

import org.jspecify.annotations.NullMarked;
