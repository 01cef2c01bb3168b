package orrery.library;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * NAIF's most requested generic kernels, and where they are.
 *
 * <p>Sources. Spans and sizes of the planetary kernels: the table of ephemerides in Skyfield's manual, and NAIF's own
 * listing as quoted in public programs. Paths: addresses from which such programs fetch. Satellite kernels are replaced
 * by newer ones every year or so; then the server's own list has the new name.
 */
public final class Catalogue {
    /** NAIF's generic SPK kernels. */
    public static final URI NAIF = URI.create("https://naif.jpl.nasa.gov/pub/naif/generic_kernels/spk/");

    private static final String PLANETS = "Sun, planets, Moon, Pluto's system";

    private static final List<CatalogueEntry> ENTRIES = List.of(
            new CatalogueEntry("de440s", "planets/de440s.bsp", PLANETS, "1849 to 2150", "32 MB"),
            new CatalogueEntry("de440", "planets/de440.bsp", PLANETS, "1550 to 2650", "114 MB"),
            new CatalogueEntry("de430", "planets/de430.bsp", PLANETS, "1550 to 2650", "114 MB"),
            new CatalogueEntry("de421", "planets/a_old_versions/de421.bsp", PLANETS, "1900 to 2050", "17 MB"),
            new CatalogueEntry("mar097", "satellites/mar097.bsp", "Mars, Phobos, Deimos", "", ""),
            new CatalogueEntry("jup365", "satellites/jup365.bsp", "Jupiter and its large moons", "", ""),
            new CatalogueEntry("sat441", "satellites/sat441.bsp", "Saturn and its large moons", "", ""),
            new CatalogueEntry("nep097", "satellites/nep097.bsp", "Neptune, Triton and others", "", ""),
            new CatalogueEntry("plu060", "satellites/plu060.bsp", "Pluto, Charon and others", "", ""));

    private Catalogue() {}

    public static List<CatalogueEntry> entries() {
        return ENTRIES;
    }

    /** An entry by its name, or by its file's name, ignoring case. */
    public static Optional<CatalogueEntry> find(String name) {
        return ENTRIES.stream()
                .filter(e -> e.name().equalsIgnoreCase(name) || e.file().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the end of an address can be a file name here, and only of a file with that name. */
    private static boolean isFileName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':');
    }

    /**
     * The address for a request: an entry's name, a path below the base, or a full address.
     *
     * @throws FetchException if it is not an address
     */
    public static URI address(String wanted, URI base) throws FetchException {
        URI whole;
        try {
            Optional<CatalogueEntry> entry = find(wanted);
            String path = wanted.strip();
            whole = entry.isPresent()
                    ? entry.get().at(base)
                    : URI.create(path).isAbsolute()
                            ? URI.create(path)
                            : new CatalogueEntry(wanted, path.replaceFirst("^/+", ""), "", "", "").at(base);
        } catch (IllegalArgumentException e) {
            throw new FetchException(
                    wanted + " is neither in the catalogue nor an address. See `orrery catalogue`.", e);
        }
        boolean web = "http".equalsIgnoreCase(whole.getScheme()) || "https".equalsIgnoreCase(whole.getScheme());
        if (!web || whole.getHost() == null || !isFileName(Download.fileName(whole))) {
            throw new FetchException(whole + " is not an http or https address of a file.");
        }
        return whole;
    }
}
