/**
 * The program's own events for the JDK's flight recorder, in the category Orrery, and recordings of them: what happened
 * to kernels, which queries were run, what an audit examined and found. Any tool that reads recordings (JDK Mission
 * Control, {@code jfr print}) shows them; without a recording they cost nothing. It may use {@code orrery.ephemeris},
 * {@code orrery.binding} and {@code orrery.files}. Start reading at {@link orrery.jfr.FlightEvents}.
 */
@NullMarked
package orrery.jfr;

import org.jspecify.annotations.NullMarked;
