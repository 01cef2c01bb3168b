package orrery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Ephemeris;
import orrery.frames.InertialFrame;
import orrery.spk.KernelException;
import orrery.spk.Segment;
import orrery.spk.Workspace;

/** Answers a CSV file of queries, a row a query. The header says which kind they are. */
final class BulkQueries {
    private static final String BODIES = "target,center,et";
    private static final String SEGMENTS = "seg,et";
    private static final String PLACES = "target,observer,abcorr,et";
    private static final String STATE = ",x,y,z,vx,vy,vz";

    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final InertialFrame frame;
    private final boolean keepGoing;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BodyNames names;
    private final Workspace work = new Workspace();
    private final double[] state = new double[6];

    BulkQueries(KernelPool pool, InertialFrame frame, boolean keepGoing, PrintWriter out, PrintWriter err) {
        this.pool = pool;
        this.ephemeris = Ephemeris.of(pool);
        this.frame = frame;
        this.keepGoing = keepGoing;
        this.out = out;
        this.err = err;
        this.names = BodyNames.of(err, pool);
    }

    /** Reads the query cells, leaves the state in {@link #state}, and returns the answer's cells before the state. */
    private interface Row {
        /** The answer's first line. */
        String header();

        /** The answer's leading cells as far as they can be told without a state. */
        String lead(String[] cells);

        void compute(String[] cells);

        /** What follows the state, with its comma; empty as a rule. */
        default String tail() {
            return "";
        }

        /** The same where there is no answer. */
        default String emptyTail() {
            return "";
        }
    }

    /** Answers every row of {@code source}, a path or {@code -} for standard input; returns the exit status. */
    int answer(String source) throws IOException {
        try (QueryLines in = QueryLines.of(source)) {
            String kind = switch (in.next()) {
                case QueryLines.Line.Text(String header) ->
                    header.replace("\ufeff", "").replace(" ", "").strip();
                case QueryLines.Line.Undecodable(String why) ->
                    throw new UsageException(in.source() + ", line 1: " + why);
                case null -> "";
            };
            Row row = switch (kind) {
                case BODIES -> bodies();
                case PLACES -> places();
                case SEGMENTS -> segments();
                default ->
                    throw new UsageException(in.source() + ": the first line must be \"" + BODIES + "\", \"" + PLACES
                            + "\" or \"" + SEGMENTS + "\"; it is \"" + kind + "\".");
            };
            out.println(row.header());
            return answer(in, row, kind.split(",").length);
        }
    }

    private int answer(QueryLines in, Row row, int width) throws IOException {
        StringBuilder text = new StringBuilder(256);
        long failed = 0;
        QueryLines.Line line;
        while ((line = in.next()) != null) {
            if (line instanceof QueryLines.Line.Text(String blank) && blank.isBlank()) {
                continue;
            }
            String[] cells = cells(line);
            text.setLength(0);
            try {
                if (line instanceof QueryLines.Line.Undecodable(String why)) {
                    throw new UsageException(why);
                }
                if (cells.length != width) {
                    throw new UsageException("it has " + cells.length + " cells where the header has " + width + ".");
                }
                row.compute(cells);
                text.append(row.lead(cells));
                for (double component : state) {
                    text.append(',').append(component);
                }
                text.append(row.tail());
            } catch (KernelException | UsageException | IllegalArgumentException e) {
                out.flush();
                err.println(in.source() + ", line " + in.number() + ": " + e.getMessage());
                if (!keepGoing) {
                    return e instanceof KernelException ? ExitCodes.KERNEL : ExitCodes.USAGE;
                }
                failed++;
                text.setLength(0);
                text.append(row.lead(fitted(cells, width))).append(",,,,,,").append(row.emptyTail());
            }
            out.println(text);
        }
        out.flush();
        if (failed > 0) {
            err.println(in.source() + ": " + failed + " of " + (in.number() - 1) + " rows have no answer.");
        }
        return ExitCodes.DONE;
    }

    private static String[] cells(QueryLines.Line line) {
        return line instanceof QueryLines.Line.Text(String text)
                ? List.of(text.split(",", -1)).stream().map(String::strip).toArray(String[]::new)
                : new String[] {""};
    }

    /** So many that what follows them stands in its columns. */
    private static String[] fitted(String[] cells, int width) {
        String[] fitted = Arrays.copyOf(cells, width);
        Arrays.fill(fitted, Math.min(cells.length, width), width, "");
        return fitted;
    }

    private Row places() {
        return new Row() {
            private double lightTime;

            @Override
            public String header() {
                return PLACES + STATE + ",lt";
            }

            @Override
            public String lead(String[] cells) {
                return String.join(",", cells);
            }

            @Override
            public void compute(String[] cells) {
                Aberration correction = StateCommand.aberration(cells[2]);
                double et = epoch(cells[3]);
                lightTime = ephemeris.planetAt(names.id(cells[0]), names.id(cells[1]), et, correction, state);
                frame.fromJ2000(state);
            }

            @Override
            public String tail() {
                return "," + lightTime;
            }

            @Override
            public String emptyTail() {
                return ",";
            }
        };
    }

    private Row bodies() {
        return new Row() {
            @Override
            public String header() {
                return BODIES + STATE;
            }

            @Override
            public String lead(String[] cells) {
                return String.join(",", cells);
            }

            @Override
            public void compute(String[] cells) {
                double et = epoch(cells[2]);
                ephemeris.state(names.id(cells[0]), names.id(cells[1]), et, state);
                frame.fromJ2000(state);
            }
        };
    }

    private Row segments() {
        if (pool.members().size() != 1) {
            throw new UsageException("seg,et asks segments of one file: give one --kernel.");
        }
        KernelHandle kernel = pool.members().getFirst();
        List<Segment> segments = kernel.file().segments();
        return new Row() {
            @Override
            public String header() {
                return "seg,target,center,frame,type,et" + STATE;
            }

            @Override
            public String lead(String[] cells) {
                try {
                    Segment segment = segment(cells);
                    return String.join(
                            ",",
                            cells[0],
                            Integer.toString(segment.target()),
                            Integer.toString(segment.center()),
                            Integer.toString(segment.frame()),
                            Integer.toString(segment.info().type()),
                            cells[1]);
                } catch (UsageException _) {
                    return cells[0] + ",,,,," + cells[1];
                }
            }

            @Override
            public void compute(String[] cells) {
                kernel.state(segment(cells), epoch(cells[1]), state, work);
            }

            private Segment segment(String[] cells) {
                try {
                    int index = Integer.parseInt(cells[0]);
                    if (index >= 0 && index < segments.size()) {
                        return segments.get(index);
                    }
                } catch (NumberFormatException _) {
                    // Falls through to the words below.
                }
                throw new UsageException("segment \"" + cells[0] + "\": " + kernel.name() + " has segments 0 to "
                        + (segments.size() - 1) + ".");
            }
        };
    }

    private static double epoch(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException _) {
            throw new UsageException("et \"" + cell + "\" is not a number of TDB seconds past J2000.");
        }
    }
}
