package orrery.exchange;

import java.io.IOException;
import java.io.Writer;

/** CCSDS OEM 2.0 in key = value notation (CCSDS 502.0-B-2, section 5). */
final class OemKvnWriter extends TrajectoryWriter {
    OemKvnWriter(Writer out) {
        super(out);
    }

    @Override
    void begin(String created) throws IOException {
        line("CCSDS_OEM_VERS = 2.0");
        line("CREATION_DATE = " + created);
        line("ORIGINATOR = ORRERY");
    }

    @Override
    void block(Head head, String first, String last) throws IOException {
        line("");
        line("META_START");
        for (String note : head.notes()) {
            line("COMMENT " + note);
        }
        line("OBJECT_NAME = " + head.object());
        line("OBJECT_ID = " + head.block().target());
        line("CENTER_NAME = " + head.centerName());
        line("REF_FRAME = " + head.frame());
        line("TIME_SYSTEM = " + head.clock());
        line("START_TIME = " + first);
        line("STOP_TIME = " + last);
        line("INTERPOLATION = " + head.done().method());
        line("INTERPOLATION_DEGREE = " + head.done().degree());
        line("META_STOP");
    }

    @Override
    void state(String date, FileClock.Moment when, double[] state) throws IOException {
        asRead(when, state);
        out.write(date);
        for (double number : state) {
            out.write(' ');
            out.write(Double.toString(number));
        }
        out.write('\n');
    }
}
