/**
 * Time: TDB seconds past J2000 ({@code et}) inside, and calendar, Julian dates, TT and UTC at the edges.
 *
 * <p>Every other room keeps time as SPICE does, in one double: TDB seconds past 2000-01-01T12:00:00 TDB. This room
 * uses no other room. Everything in it is immutable and safe for use by any number of threads. Start reading at {@link
 * orrery.time.Dates}, which reads what people type, and {@link orrery.time.DateFormat}, which writes what they read.
 */
@NullMarked
package orrery.time;

import org.jspecify.annotations.NullMarked;
