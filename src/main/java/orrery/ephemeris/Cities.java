package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import orrery.frames.UnknownNameException;

/**
 * The cities that give time zones their names: about four hundred, accurate to an arcminute, at sea level, from the
 * zone table of the time zone database. Read once, on first use; immutable.
 */
public final class Cities {
    private static final String CURE = "Give a city of the time zone database, such as Berlin or New York, or"
            + " LON,LAT,HEIGHT: degrees east, degrees north, meters.";

    private Cities() {}

    private static final class Holder {
        static final List<Site> ALL = read();
        static final Map<String, Site> BY_NAME = byName();

        private static List<Site> read() {
            List<Site> sites = new ArrayList<>();
            for (AssetTable.Row row : AssetTable.readAsset("earth/cities.csv", 5)) {
                sites.add(new Site(row.cell(0), row.number(2), row.number(3), 0, row.cell(4)));
            }
            sites.sort(Comparator.comparing(Site::name));
            return List.copyOf(sites);
        }

        private static Map<String, Site> byName() {
            Map<String, Site> map = new LinkedHashMap<>();
            for (Site site : ALL) {
                map.putIfAbsent(key(site.name()), site);
            }
            return map;
        }
    }

    /** {@return all cities, sorted by name} */
    public static List<Site> all() {
        return Holder.ALL;
    }

    /**
     * Finds a city.
     *
     * @param name in upper or lower case, or the name of its time zone
     * @return the city as a site
     * @throws UnknownNameException if it is unknown; suggests the nearest names
     */
    public static Site named(String name) {
        Site site = Holder.BY_NAME.get(key(name));
        if (site == null) {
            site = all().stream()
                    .filter(city -> city.zone().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> UnknownNameException.of(
                            "city", name, all().stream().map(Site::name).toList(), CURE));
        }
        return site;
    }

    private static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }
}
