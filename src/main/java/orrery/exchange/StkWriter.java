package orrery.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.spk.NaifIds;
import orrery.time.CalendarDate;
import orrery.time.EpochFormat;
import orrery.time.TerrestrialTime;
import orrery.time.TimeScale;

/**
 * An STK ephemeris ({@code .e}): seconds past a scenario epoch in UTC, meters, one object per file. STK's seconds are
 * those of TT.
 */
final class StkWriter extends TrajectoryWriter {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    /** STK's unit if a file names none. */
    private static final double METERS = 1000;

    private FileClock.Moment zero = FileClock.Moment.of(0);

    StkWriter(Writer out) {
        super(out);
    }

    @Override
    void begin(String created) throws IOException {
        line("stk.v.11.0");
        line("# written by orrery on " + created);
        line("BEGIN Ephemeris");
    }

    @Override
    void block(Head head, String first, String last) throws IOException {
        CalendarDate utc = CalendarDate.of(head.block().start(), TimeScale.UTC);
        CalendarDate day = new CalendarDate(TimeScale.UTC, utc.year(), utc.month(), utc.day(), 0);
        zero = FileClock.UTC.parse(EpochFormat.days(TimeScale.UTC).unlabeled().format(day.toEt()) + "T00:00:00");
        for (String note : head.notes()) {
            line("# " + note);
        }
        line("NumberOfEphemerisPoints " + head.done().states());
        line(String.format(
                Locale.ROOT,
                "ScenarioEpoch %02d %s %04d 00:00:00.000000",
                day.day(),
                MONTHS[day.month() - 1],
                day.year()));
        line("InterpolationMethod " + (head.done().method().equals("HERMITE") ? "Hermite" : "Lagrange"));
        line("InterpolationSamplesM1 "
                + (head.done().method().equals("HERMITE")
                        ? (head.done().degree() - 1) / 2
                        : head.done().degree()));
        line("CentralBody " + centralBody(head.block().center()));
        line("CoordinateSystem " + head.frame());
        line("EphemerisTimePosVel");
    }

    private static String centralBody(int center) {
        return center == NaifIds.SOLAR_SYSTEM_BARYCENTER ? "SolarSystemBarycenter" : Bodies.name(center);
    }

    @Override
    void state(String date, FileClock.Moment when, double[] state) throws IOException {
        double et = when.et();
        for (int i = 3; i < state.length; i++) {
            state[i] /= FileClock.TT.rate(et);
        }
        double past = (et - zero.et())
                - zero.rest()
                - (TerrestrialTime.tdbMinusTt(et) - TerrestrialTime.tdbMinusTt(zero.et()));
        out.write(Double.toString(past));
        for (double number : state) {
            out.write(' ');
            out.write(Double.toString(number * METERS));
        }
        out.write('\n');
    }

    @Override
    void end() throws IOException {
        line("END Ephemeris");
    }
}
