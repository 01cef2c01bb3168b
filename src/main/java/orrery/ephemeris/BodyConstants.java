package orrery.ephemeris;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.spk.NaifIds;
import orrery.time.JulianDate;

/** Constants of bodies, from {@code constants.csv}: SPICE's kernel variables {@code BODY<id>_<what>}. */
final class BodyConstants {
    private static final double[] NONE = {};

    private final Map<Integer, Map<String, double[]>> values = new HashMap<>();

    private BodyConstants() {}

    static BodyConstants read() {
        BodyConstants constants = new BodyConstants();
        for (AssetTable.Row row : AssetTable.read("constants.csv", 3)) {
            constants.values.computeIfAbsent(row.id(), id -> new HashMap<>()).put(row.cell(1), row.numbers(2));
        }
        return constants;
    }

    OptionalDouble gm(int id) {
        double[] gm = get(id, "GM");
        return gm == null ? OptionalDouble.empty() : OptionalDouble.of(gm[0]);
    }

    Optional<Radii> radii(int id) {
        double[] radii = get(id, "RADII");
        return radii == null ? Optional.empty() : Optional.of(new Radii(radii[0], radii[1], radii[2]));
    }

    Optional<BodyFrame> frame(int id) {
        double[] ra = get(id, "POLE_RA");
        double[] dec = get(id, "POLE_DEC");
        double[] meridian = get(id, "PM");
        if (ra == null || dec == null || meridian == null) {
            return Optional.empty();
        }
        OptionalInt system = NaifIds.systemOf(id);
        int angleOwner = system.isPresent() ? system.getAsInt() : id;
        double[] degree = or(angleOwner, "MAX_PHASE_DEGREE", new double[] {1});
        double[] epoch = get(id, "CONSTANTS_JED_EPOCH");
        return Optional.of(new BodyFrame(
                ra,
                dec,
                meridian,
                or(angleOwner, "NUT_PREC_ANGLES", NONE),
                (int) degree[0] + 1,
                or(id, "NUT_PREC_RA", NONE),
                or(id, "NUT_PREC_DEC", NONE),
                or(id, "NUT_PREC_PM", NONE),
                epoch == null ? 0 : JulianDate.toEt(epoch[0])));
    }

    private double[] or(int id, String what, double[] otherwise) {
        double[] found = get(id, what);
        return found == null ? otherwise : found;
    }

    private double @Nullable [] get(int id, String what) {
        Map<String, double[]> body = values.get(id);
        return body == null ? null : body.get(what);
    }
}
