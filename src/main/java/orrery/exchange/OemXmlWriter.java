package orrery.exchange;

import java.io.IOException;
import java.io.Writer;

/** CCSDS OEM 2.0 in XML (CCSDS 505.0-B). */
final class OemXmlWriter extends TrajectoryWriter {
    private static final String[] TAGS = {"X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT"};

    OemXmlWriter(Writer out) {
        super(out);
    }

    private void tag(String name, String text) throws IOException {
        line("<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + name
                + ">");
    }

    @Override
    void begin(String created) throws IOException {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<oem id=\"CCSDS_OEM_VERS\" version=\"2.0\">");
        line("<header>");
        tag("CREATION_DATE", created);
        tag("ORIGINATOR", "ORRERY");
        line("</header>");
        line("<body>");
    }

    @Override
    void block(Head head, String first, String last) throws IOException {
        line("<segment>");
        line("<metadata>");
        for (String note : head.notes()) {
            tag("COMMENT", note);
        }
        tag("OBJECT_NAME", head.object());
        tag("OBJECT_ID", Integer.toString(head.block().target()));
        tag("CENTER_NAME", head.centerName());
        tag("REF_FRAME", head.frame());
        tag("TIME_SYSTEM", head.clock().toString());
        tag("START_TIME", first);
        tag("STOP_TIME", last);
        tag("INTERPOLATION", head.done().method());
        tag("INTERPOLATION_DEGREE", Integer.toString(head.done().degree()));
        line("</metadata>");
        line("<data>");
    }

    @Override
    void state(String date, FileClock.Moment when, double[] state) throws IOException {
        asRead(when, state);
        out.write("<stateVector><EPOCH>" + date + "</EPOCH>");
        for (int i = 0; i < state.length; i++) {
            out.write("<" + TAGS[i] + ">" + state[i] + "</" + TAGS[i] + ">");
        }
        line("</stateVector>");
    }

    @Override
    void endBlock() throws IOException {
        line("</data>");
        line("</segment>");
    }

    @Override
    void end() throws IOException {
        line("</body>");
        line("</oem>");
    }
}
