package orrery.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** A table that {@link CsvTable} reads back bit for bit: dates for people, {@code et} for programs. */
final class CsvWriter extends TrajectoryWriter {
    private boolean headed;

    CsvWriter(Writer out) {
        super(out);
    }

    @Override
    void begin(String created) throws IOException {
        line("# states, km and km/s; written by orrery on " + created);
    }

    @Override
    void block(Head head, String first, String last) throws IOException {
        for (String note : head.notes()) {
            line("# " + note);
        }
        line("# object = " + head.object());
        line("# target = " + head.block().target());
        line("# center = " + head.block().center());
        line("# frame = " + head.frame());
        line("# time system = " + head.clock());
        line("# interpolation = " + head.done().method() + " " + head.done().degree());
        if (!headed) {
            headed = true;
            line(head.clock().name().toLowerCase(Locale.ROOT) + ",x,y,z,vx,vy,vz,et");
        }
    }

    @Override
    void state(String date, FileClock.Moment when, double[] state) throws IOException {
        asRead(when, state);
        out.write(date);
        for (double number : state) {
            out.write(',');
            out.write(Double.toString(number));
        }
        out.write(',');
        line(Double.toString(when.et()));
    }
}
