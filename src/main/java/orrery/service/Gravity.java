package orrery.service;

import java.util.Map;

/** Gravitational parameters, km^3/s^2, of the bodies that others go round: DE440, as in NAIF's gm_de440.tpc. */
final class Gravity {
    private static final Map<Integer, Double> GM = Map.ofEntries(
            Map.entry(10, 1.3271244004127942e11),
            Map.entry(1, 2.2031868551400003e4),
            Map.entry(199, 2.2031868551400003e4),
            Map.entry(2, 3.24858592e5),
            Map.entry(299, 3.24858592e5),
            Map.entry(3, 4.035032356254802e5),
            Map.entry(399, 3.9860043550702266e5),
            Map.entry(301, 4902.80011845755),
            Map.entry(4, 4.28283758157561e4),
            Map.entry(499, 4.282837362069909e4),
            Map.entry(5, 1.2671276409999998e8),
            Map.entry(599, 1.266865319003704e8),
            Map.entry(6, 3.79405848418e7),
            Map.entry(699, 3.793120623436167e7),
            Map.entry(7, 5.7945563999999985e6),
            Map.entry(799, 5.793951256527211e6),
            Map.entry(8, 6.836527100580399e6),
            Map.entry(899, 6.835103145462294e6),
            Map.entry(9, 975.5),
            Map.entry(999, 869.6138177608748));

    private Gravity() {}

    /** That of two bodies together, as their motion about each other feels it; NaN where the larger is unknown. */
    static double ofBoth(int body, int parent) {
        Double larger = GM.get(parent);
        return larger == null ? Double.NaN : larger + GM.getOrDefault(body, 0.0);
    }
}
