package orrery.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Ephemeris;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.spk.Segment;
import orrery.spk.Workspace;

/** The kinds of queries that {@code state --queries} answers, with any number of threads. */
final class BulkQueries {
    private static final String BODIES = "target,center,et";
    private static final String SEGMENTS = "seg,et";
    private static final String PLACES = "target,observer,abcorr,et";
    private static final String ALMANAC = "target,observer,place,et";
    private static final String FRAMES = "target,observer,frame,abcorr,et";
    private static final String STATE = ",x,y,z,vx,vy,vz";

    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final ReferenceFrame frame;
    private final BodyNames names;

    BulkQueries(KernelPool pool, ReferenceFrame frame, BodyNames names) {
        this.pool = pool;
        this.names = names;
        this.ephemeris = Ephemeris.of(pool);
        this.frame = frame;
    }

    /** Answers every query; returns the exit status. */
    int answer(CsvQueries queries) throws IOException {
        Map<String, Supplier<CsvQueries.Kind>> kinds = new LinkedHashMap<>();
        kinds.put(BODIES, Relative::new);
        kinds.put(PLACES, () -> new ObserverPlaces(PLACES));
        kinds.put(FRAMES, () -> new ObserverPlaces(FRAMES));
        kinds.put(ALMANAC, Almanac::new);
        kinds.put(SEGMENTS, OfSegments::new);
        return queries.answer(kinds);
    }

    /** Places as seen by an observer, in the one requested frame or in one per row. */
    private final class ObserverPlaces implements CsvQueries.Kind {
        private final String query;
        private final FrameSystem frames = ephemeris.frames();
        private final double[] state = new double[6];
        private final double[] seen = new double[7];

        private ObserverPlaces(String query) {
            this.query = query;
        }

        @Override
        public String header() {
            return query + STATE + ",lt";
        }

        @Override
        public int size() {
            return 7;
        }

        @Override
        public double[] answer(String[] cells) {
            int frameCell = query.equals(FRAMES) ? 1 : 0;
            ReferenceFrame wanted = frameCell == 0 ? frame : frames.byName(cells[2]);
            seen[6] = ephemeris.planetAt(
                    names.id(cells[0]),
                    names.id(cells[1]),
                    CsvQueries.epoch(cells[3 + frameCell]),
                    StateCommand.aberration(cells[2 + frameCell]),
                    wanted,
                    state);
            System.arraycopy(state, 0, seen, 0, 6);
            return seen;
        }
    }

    private final class Almanac implements CsvQueries.Kind {
        private final double[] state = new double[6];
        private final double[] seen = new double[9];

        @Override
        public String header() {
            return ALMANAC + STATE + ",lt,longitude,latitude";
        }

        @Override
        public int size() {
            return 9;
        }

        @Override
        public double[] answer(String[] cells) {
            FramedPlace place = new FramedPlace(StateCommand.placeKind(cells[2]), frame);
            double et = CsvQueries.epoch(cells[3]);
            seen[6] = place.of(ephemeris, names.id(cells[0]), names.id(cells[1]), et, state);
            System.arraycopy(state, 0, seen, 0, 6);
            Optional<PlaceAngles> angles = PlaceAngles.of(state);
            seen[7] = angles.map(PlaceAngles::longitude).orElse(Double.NaN);
            seen[8] = angles.map(PlaceAngles::latitude).orElse(Double.NaN);
            return seen;
        }
    }

    private final class Relative implements CsvQueries.Kind {
        private final double[] state = new double[6];

        @Override
        public String header() {
            return BODIES + STATE;
        }

        @Override
        public int size() {
            return 6;
        }

        @Override
        public double[] answer(String[] cells) {
            double et = CsvQueries.epoch(cells[2]);
            ephemeris.planetAt(names.id(cells[0]), names.id(cells[1]), et, Aberration.NONE, frame, state);
            return state;
        }
    }

    private final class OfSegments implements CsvQueries.Kind {
        private final KernelHandle kernel;
        private final List<Segment> segments;
        private final Workspace work = new Workspace();
        private final double[] state = new double[6];

        private OfSegments() {
            if (pool.members().size() != 1) {
                throw new UsageException("seg,et addresses segments of one file: give one --kernel.");
            }
            kernel = pool.members().getFirst();
            segments = kernel.file().segments();
        }

        @Override
        public String header() {
            return "seg,target,center,frame,type,et" + STATE;
        }

        @Override
        public int size() {
            return 6;
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
                return cells[0] + ",,,,," + (cells.length > 1 ? cells[1] : "");
            }
        }

        @Override
        public void lead(String[] cells, StringBuilder to) {
            to.append(lead(cells));
        }

        @Override
        public double[] answer(String[] cells) {
            kernel.state(segment(cells), CsvQueries.epoch(cells[1]), state, work);
            return state;
        }

        private Segment segment(String[] cells) {
            try {
                int index = Integer.parseInt(cells[0]);
                if (index >= 0 && index < segments.size()) {
                    return segments.get(index);
                }
            } catch (NumberFormatException _) {
                // Falls through to the error below.
            }
            throw new UsageException("segment \"" + cells[0] + "\": " + kernel.name() + " has segments 0 to "
                    + (segments.size() - 1) + ".");
        }
    }
}
