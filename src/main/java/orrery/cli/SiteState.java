package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Horizon;
import orrery.ephemeris.PlaceKind;
import orrery.ephemeris.Refraction;
import orrery.ephemeris.SiteView;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** The answers of {@code state --site}: places as seen from a place on the Earth, and their altitude and azimuth. */
final class SiteState {
    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 6);
    private static final String BULK = "target,place,et";
    private static final int NUMBERS = 11;

    private final SiteOptions options;
    private final AirOptions air;
    private final KernelPool pool;

    SiteState(SiteOptions options, AirOptions air, KernelPool pool) {
        this.air = air;
        this.options = options;
        this.pool = pool;
    }

    /** Prints one place. */
    void one(int target, double et, PlaceKind place, boolean json, PrintWriter out) {
        SiteView view = options.view(pool);
        Optional<Refraction> lifting = air.refraction();
        double[] state = new double[6];
        double lightTime = view.place(target, et, place, state);
        Horizon horizon = view.horizon(target, et);
        Optional<PlaceAngles> angles = PlaceAngles.of(state);
        double altitude = Math.toDegrees(horizon.altitude());
        double azimuth = Math.toDegrees(horizon.azimuth());
        if (json) {
            ObjectNode node = Json.object();
            node.put("target", target).put("et", et).put("date", DATE.format(et));
            node.putObject("site")
                    .put("name", view.site().name())
                    .put("longitude_deg", view.site().longitude())
                    .put("latitude_deg", view.site().latitude())
                    .put("height_m", view.site().height());
            node.put("frame", place.axes()).put("place", place.word());
            node.set("position_km", Json.array(state, 0, 3));
            node.set("velocity_km_s", Json.array(state, 3, 6));
            node.put("lightTime_s", lightTime);
            node.put("longitude_deg", angles.map(PlaceAngles::longitude).orElse(null))
                    .put("latitude_deg", angles.map(PlaceAngles::latitude).orElse(null));
            node.put("altitude_deg", altitude).put("azimuth_deg", azimuth);
            lifting.ifPresent(a -> node.put("refractedAltitude_deg", Math.toDegrees(a.seen(horizon.altitude())))
                    .put("pressure_hPa", a.pressure())
                    .put("temperature_C", a.temperature()));
            node.put("earthOrientation", view.orientation(et));
            out.println(Json.text(node));
            return;
        }
        out.printf("%s from %s%n", Bodies.label(target), view.site());
        out.printf("%s, et %s, frame %s, place %s%n", DATE.format(et), et, place.axes(), place.word());
        String[] axes = {"x", "y", "z", "vx", "vy", "vz"};
        for (int i = 0; i < 6; i++) {
            out.printf("%-3s%s %s%n", axes[i], state[i], i < 3 ? "km" : "km/s");
        }
        out.printf("lt %s s%n", lightTime);
        angles.ifPresent(a -> out.printf("longitude %s deg%nlatitude %s deg%n", a.longitude(), a.latitude()));
        out.printf("altitude %s deg%nazimuth %s deg%n", altitude, azimuth);
        lifting.ifPresent(a -> out.printf(
                "altitude %s deg with refraction at %s hPa and %s degrees%n",
                Math.toDegrees(a.seen(horizon.altitude())), a.pressure(), a.temperature()));
        out.println("earth " + view.orientation(et));
    }

    /** Answers a file of queries; returns the exit status. */
    int bulk(CsvQueries queries, BodyNames names) throws IOException {
        Optional<Refraction> lifting = air.refraction();
        return queries.answer(Map.of(BULK, () -> new Rows(options.view(pool), names, lifting)));
    }

    private static final class Rows implements CsvQueries.Kind {
        private final SiteView view;
        private final BodyNames names;
        private final Optional<Refraction> air;
        private final double[] state = new double[6];
        private final double[] numbers = new double[NUMBERS + 1];

        private Rows(SiteView view, BodyNames names, Optional<Refraction> air) {
            this.view = view;
            this.names = names;
            this.air = air;
        }

        @Override
        public String header() {
            return BULK + ",x,y,z,vx,vy,vz,lt,longitude,latitude,altitude,azimuth"
                    + (air.isPresent() ? ",refracted" : "");
        }

        @Override
        public int size() {
            return NUMBERS + (air.isPresent() ? 1 : 0);
        }

        @Override
        public double[] answer(String[] cells) {
            int target = names.id(cells[0]);
            double et = CsvQueries.epoch(cells[2]);
            numbers[6] = view.place(target, et, StateCommand.placeKind(cells[1]), state);
            System.arraycopy(state, 0, numbers, 0, 6);
            Optional<PlaceAngles> angles = PlaceAngles.of(state);
            numbers[7] = angles.map(PlaceAngles::longitude).orElse(Double.NaN);
            numbers[8] = angles.map(PlaceAngles::latitude).orElse(Double.NaN);
            Horizon horizon = view.horizon(target, et);
            numbers[9] = Math.toDegrees(horizon.altitude());
            numbers[10] = Math.toDegrees(horizon.azimuth());
            numbers[NUMBERS] =
                    air.map(a -> Math.toDegrees(a.seen(horizon.altitude()))).orElse(Double.NaN);
            return numbers;
        }
    }
}
