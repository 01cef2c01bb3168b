/**
 * Time: TDB seconds past J2000 ({@code et}) internally; calendar, Julian dates, TT and UTC in input and output.
 *
 * <p>Every other room stores time as SPICE does, in one double: TDB seconds past 2000-01-01T12:00:00 TDB. Of the other
 * rooms, it uses only {@code orrery.math}. Everything in it is safe for any number of threads, and immutable but for
 * the table of leap seconds, which the whole process shares ({@link orrery.time.LeapSeconds}). Start reading at {@link
 * orrery.time.Dates}, which parses what people type, and {@link orrery.time.EpochFormat}, which writes dates.
 */
@NullMarked
package orrery.time;

import org.jspecify.annotations.NullMarked;
