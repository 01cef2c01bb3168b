package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import orrery.ephemeris.Bodies;
import orrery.files.VisibleText;
import orrery.library.Examination;
import orrery.library.KernelContents;
import orrery.library.SegmentRow;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.spk.Mismatch;
import orrery.spk.Problem;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** Prints one kernel, segment by segment, as text or as JSON. */
final class BriefText {
    private static final EpochFormat DATE =
            EpochFormat.seconds(TimeScale.TDB, 0).spaced().unlabeled();

    private BriefText() {}

    /** @param records the result of reading every record, if they were read */
    static void print(PrintWriter out, Path path, KernelContents kernel, Optional<Examination> records) {
        out.printf("%s%n", VisibleText.line(path.toString()));
        out.printf(
                "  %s, %,d bytes, %s%s%n",
                order(kernel),
                kernel.size(),
                Counted.of(kernel.segments().size(), "segment"),
                kernel.internalName().isEmpty()
                        ? ""
                        : ", internal name \"" + VisibleText.line(kernel.internalName()) + "\"");
        if (kernel.segments().isEmpty()) {
            out.println("  It has no segments: nothing in it gives positions.");
            return;
        }
        TextTable table = new TextTable(
                "seg", "target", "center", "frame", "type", "start (TDB)", "end (TDB)", "granule", "records");
        for (SegmentRow segment : kernel.segments()) {
            table.row(
                    Integer.toString(segment.info().index()),
                    body(segment.target()),
                    body(segment.center()),
                    Integer.toString(segment.info().frame()),
                    segment.info().type() + " " + segment.typeName(),
                    DATE.format(segment.start()),
                    DATE.format(segment.end()),
                    granule(segment.granuleSeconds()),
                    segment.usable() ? Long.toString(segment.records()) : "-");
        }
        table.print(out, "  ");
        for (Problem problem : kernel.problems()) {
            out.println("  problem: " + problem);
        }
        kernel.note().ifPresent(note -> out.println("  note: " + note));
        records.ifPresent(r -> r.mismatches().forEach(m -> out.println("  mismatch: " + m)));
    }

    static ObjectNode describe(Path path, KernelContents kernel, Optional<Examination> records) {
        ObjectNode node = Json.object();
        node.put("file", path.toString());
        node.put("size", kernel.size());
        node.put("byteOrder", order(kernel));
        node.put("internalName", kernel.internalName());
        ArrayNode segments = node.putArray("segments");
        for (SegmentRow segment : kernel.segments()) {
            ObjectNode s = segments.addObject();
            s.put("index", segment.info().index());
            s.put("name", segment.info().name());
            s.put("target", segment.target());
            s.put("targetName", Bodies.name(segment.target()));
            s.put("center", segment.center());
            s.put("centerName", Bodies.name(segment.center()));
            s.put("frame", segment.info().frame());
            s.put("type", segment.info().type());
            s.put("typeName", segment.typeName());
            s.put("start", segment.start());
            s.put("end", segment.end());
            s.put("startTdb", DATE.format(segment.start()));
            s.put("endTdb", DATE.format(segment.end()));
            s.put("records", segment.records());
            if (Double.isNaN(segment.granuleSeconds())) {
                s.putNull("granule");
            } else {
                s.put("granule", segment.granuleSeconds());
            }
            if (segment.degree() < 0) {
                s.putNull("degree");
            } else {
                s.put("degree", segment.degree());
            }
            s.put("offset", segment.info().offset());
            s.put("bytes", segment.info().bytes());
            s.put("usable", segment.usable());
        }
        ArrayNode list = node.putArray("problems");
        for (Problem problem : kernel.problems()) {
            ObjectNode p = list.addObject();
            if (problem.segment() != Problem.FILE) {
                p.put("segment", problem.segment());
            }
            p.put("text", problem.text());
        }
        ArrayNode notes = node.putArray("notes");
        kernel.note().ifPresent(notes::add);
        records.ifPresentOrElse(r -> describe(node.putArray("mismatches"), r), () -> node.putNull("mismatches"));
        return node;
    }

    private static void describe(ArrayNode list, Examination records) {
        for (Mismatch mismatch : records.mismatches()) {
            ObjectNode m = list.addObject();
            m.put("segment", mismatch.segment());
            if (mismatch.record() == Mismatch.WHOLE) {
                m.putNull("record");
            } else {
                m.put("record", mismatch.record());
            }
            m.put("count", mismatch.count());
            m.put("answers", mismatch.effect().name().toLowerCase(Locale.ROOT));
            m.put("text", mismatch.sentence());
        }
    }

    private static String order(KernelContents kernel) {
        return kernel.order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian";
    }

    static String body(int id) {
        String name = Bodies.name(id);
        return name.equals(Integer.toString(id)) ? name : id + " " + name;
    }

    private static String granule(double seconds) {
        if (Double.isNaN(seconds)) {
            return "-";
        }
        double days = seconds / Constants.DAY;
        return days == Math.rint(days) || days >= 1 ? number(days) + " d" : number(seconds) + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
