package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.frames.UnknownNameException;
import orrery.math.Constants;
import orrery.math.Vectors;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;
import orrery.time.Dates;

/** Places on the Earth: what is seen from them, against ERFA; risings and twilights, against skyfield. */
class SiteViewTest {
    /** A ten-thousandth of an arcsecond. */
    private static final double TENTH_OF_A_MILLIARCSECOND = 1e-4 * Constants.ARCSECOND;
    /** The angle by which the Earth turns in the 0.03 s within which the table of UT1 is accurate: degrees. */
    private static final double TURNED = 0.03 * 15 / 3600;

    /** Of the ten days that the file has. */
    private static final int DAYS = Integer.getInteger("orrery.siteDays", 2);

    private static final int COMPARED = 285;

    // Made before all tests.
    @SuppressWarnings("NullAway.Init")
    private static KernelPool pool;

    @BeforeAll
    static void open() {
        pool = SoundKernels.shippedPool();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private static SiteView view(double[] row, EarthOrientation orientation) {
        return new SiteView(pool, Site.at(row[0], row[1], row[2]), orientation);
    }

    @Test
    void placesAndHorizonsAreErfas() {
        List<double[]> rows = Numbers.read("site_places.csv");
        assertThat(rows).as("rows compared").hasSize(160);
        double[] out = new double[6];
        for (double[] row : rows) {
            SiteView view = view(row, EarthOrientation.of(0.1));
            int body = (int) row[3];
            double lightTime = view.place(body, row[4], PlaceKind.PROPER, out);
            double[] line = {row[7], row[8], row[9]};
            String what = body + " from " + view.site() + " at " + row[4];
            assertThat(Vectors.angle(out, line)).as(what).isLessThan(1e-11);
            assertThat(lightTime).as(what).isCloseTo(row[10], within(1e-9));
            Horizon horizon = view.horizon(body, row[4]);
            assertThat(horizon.altitude()).as(what).isCloseTo(row[6], within(TENTH_OF_A_MILLIARCSECOND));
            assertThat(Math.IEEEremainder(horizon.azimuth() - row[5], Constants.TURN) * Math.cos(row[6]))
                    .as(what)
                    .isCloseTo(0, within(TENTH_OF_A_MILLIARCSECOND));
            assertThat(horizon.distance()).isCloseTo(lightTime * Constants.C, within(1e-3));
        }
    }

    /** A loaded binary PCK of the Earth rotates the place as CSPICE's rotations from that file do. */
    @Test
    void aLoadedKernelOfTheEarthsOrientationTurnsThePlace() throws Exception {
        Path kernel = SoundKernels.shipped();
        Path turning = Path.of(Objects.requireNonNull(BodyAxesTest.class.getResource("/orrery/frames/turning.bpc"))
                .toURI());
        KernelRegistry registry = new KernelRegistry();
        List<String> lines = Files.readAllLines(turning.resolveSibling("turning.csv"));
        try (KernelHandle planets = registry.open(kernel);
                KernelHandle earth = registry.openOrientation(turning);
                KernelPool both = KernelPool.of(List.of(planets, earth))) {
            Site site = Site.at(-96.797, 32.777, 130);
            SiteView view = new SiteView(both, site, EarthOrientation.KNOWN);
            double lon = Math.toRadians(site.longitude());
            double lat = Math.toRadians(site.latitude());
            double[] up = {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
            double curve = 6378.137 / Math.sqrt(1 - 0.0066943799901413165 * up[2] * up[2]);
            double[] ground = {
                (curve + 0.13) * up[0], (curve + 0.13) * up[1], (curve * (1 - 0.0066943799901413165) + 0.13) * up[2]
            };
            double[] seen = new double[6];
            double[] moon = new double[6];
            int compared = 0;
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (!cells[0].equals("ITRF93") || !cells[1].equals("J2000")) {
                    continue;
                }
                double et = Double.parseDouble(cells[2]);
                double[] zenith = turned(cells, up);
                double[] place = turned(cells, ground);
                assertThat(view.orientation(et)).isEqualTo("ITRF93 of ITRF93: turning.bpc");
                view.see(NaifIds.SUN, et, seen);
                double altitude = Math.PI / 2 - Vectors.angle(seen, zenith);
                assertThat(view.horizon(NaifIds.SUN, et).altitude()).isCloseTo(altitude, within(1e-11));
                view.place(NaifIds.MOON, et, PlaceKind.GEOMETRIC, seen);
                Ephemeris.of(both).state(NaifIds.MOON, NaifIds.EARTH, et, moon);
                for (int i = 0; i < 3; i++) {
                    assertThat(seen[i]).isCloseTo(moon[i] - place[i], within(1e-6));
                }
                compared++;
            }
            assertThat(compared).isGreaterThan(10);
            // An option overrides the file, and outside the file's span the table is used.
            assertThat(new SiteView(both, site, EarthOrientation.of(0.1)).orientation(864_000))
                    .doesNotContain("ITRF93");
            assertThat(view.orientation(1e8)).doesNotContain("ITRF93");
        }
    }

    private static double[] turned(String[] cells, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += Double.parseDouble(cells[3 + 3 * i + k]) * v[k];
            }
        }
        return out;
    }

    @Test
    void altitudesAzimuthsAndRefractionAreSkyfields() {
        List<double[]> rows = Numbers.read("site_sky.csv");
        assertThat(rows).as("rows compared").hasSize(240);
        for (double[] row : rows) {
            Horizon horizon = view(row, EarthOrientation.KNOWN).horizon((int) row[3], row[4]);
            double altitude = Math.toDegrees(horizon.altitude());
            String what = (int) row[3] + " at " + row[4];
            assertThat(altitude).as(what).isCloseTo(row[5], within(TURNED));
            assertThat(Math.IEEEremainder(Math.toDegrees(horizon.azimuth()) - row[6], 360)
                            * Math.cos(horizon.altitude()))
                    .as(what)
                    .isCloseTo(0, within(TURNED));
            double lift = Math.toDegrees(Refraction.MEAN.seen(horizon.altitude())) - altitude;
            assertThat(lift).as(what).isCloseTo(row[7] - row[5], within(6e-4));
            assertThat(Ut1.ttMinusUt1(row[4])).as(what).isCloseTo(row[8], within(0.03));
        }
    }

    /** Each rising, transit, setting and twilight of some days at five places: none missing, none extra. */
    @Test
    void risingsTransitsSettingsAndTwilightsAreSkyfields() {
        List<double[]> rows = Numbers.read("site_days.csv");
        assertThat(rows).as("rows compared").hasSize(1800);
        double from = Dates.parse("2020-12-10");
        double to = from + DAYS * Constants.DAY;
        Map<String, List<double[]>> bySite = new LinkedHashMap<>();
        for (double[] row : rows) {
            bySite.computeIfAbsent(row[0] + "," + row[1], key -> new ArrayList<>())
                    .add(row);
        }
        int compared = 0;
        for (List<double[]> site : bySite.values()) {
            SiteDay day = new SiteDay(view(site.getFirst(), EarthOrientation.KNOWN));
            List<SiteMoment> found = new ArrayList<>(day.twilight(from, to));
            for (int body : new int[] {10, 301, 199, 299, 4, 5, 6, 8}) {
                found.addAll(day.of(body, from, to));
            }
            for (double[] row : site) {
                SiteMoment.Kind kind = kind((int) row[4], row[5] > 0);
                if (kind != null && row[6] < to) {
                    SiteMoment same = found.stream()
                            .filter(m -> m.kind() == kind && m.body() == (int) row[3] && Math.abs(m.et() - row[6]) < 5)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(kind + " of " + (int) row[3] + " at " + row[6]));
                    // What rises steeply is within the table's 0.03 s; at 71 degrees north some rise three times as
                    // slowly.
                    assertThat(same.et()).as("%s of %s", kind, same.body()).isCloseTo(row[6], within(0.25));
                    found.remove(same);
                    compared++;
                }
            }
            assertThat(found).as("besides").isEmpty();
        }
        assertThat(compared).isEqualTo(COMPARED);
    }

    private static SiteMoment.@org.jspecify.annotations.Nullable Kind kind(int what, boolean rising) {
        return switch (what) {
            case 0 -> rising ? SiteMoment.Kind.RISE : SiteMoment.Kind.SET;
            case 1 -> rising ? SiteMoment.Kind.TRANSIT : null;
            case 6 -> rising ? SiteMoment.Kind.CIVIL_DAWN : SiteMoment.Kind.CIVIL_DUSK;
            case 12 -> rising ? SiteMoment.Kind.NAUTICAL_DAWN : SiteMoment.Kind.NAUTICAL_DUSK;
            default -> rising ? SiteMoment.Kind.ASTRONOMICAL_DAWN : SiteMoment.Kind.ASTRONOMICAL_DUSK;
        };
    }

    @Test
    void adjoiningDaysHaveTheMomentsOfTheWholeEachOnce() {
        SiteDay day = new SiteDay(new SiteView(pool, Cities.named("berlin"), EarthOrientation.KNOWN));
        double from = Dates.parse("2026-03-01");
        double to = from + 3 * Constants.DAY;
        List<SiteMoment> whole = day.of(NaifIds.MOON, from, to);
        for (double cut :
                new double[] {from + 12_345.6, from + 86_400, whole.get(4).et()}) {
            List<SiteMoment> parts = new ArrayList<>(day.of(NaifIds.MOON, from, cut));
            parts.addAll(day.of(NaifIds.MOON, cut, to));
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void theMoonsParallaxIsADegreeAndItsCenterIsNotTheEarths() {
        double et = Dates.parse("2026-11-28T18:00 UTC");
        double[] here = new double[6];
        double[] center = new double[6];
        SiteView view = new SiteView(pool, Cities.named("Bogota"), EarthOrientation.KNOWN);
        view.place(NaifIds.MOON, et, PlaceKind.PROPER, here);
        Ephemeris.of(pool).planetAt(NaifIds.MOON, NaifIds.EARTH, et, PlaceKind.PROPER, center);
        double distance = Math.sqrt(Vectors.dot(center, 0, center, 0));
        double zenith = Math.PI / 2 - view.horizon(NaifIds.MOON, et).altitude();
        // The angle at the Moon between the Earth's center and the place.
        assertThat(Math.sin(Vectors.angle(here, center)))
                .isCloseTo(Site.EQUATOR / distance * Math.sin(zenith), within(1e-4));
    }

    @Test
    void placesAreReadFromFiguresAndNames() {
        assertThat(Site.parse(" 13.4, 52.5 ")).isEqualTo(Site.at(13.4, 52.5, 0));
        assertThat(Site.parse("-155.47,19.82,4205").height()).isEqualTo(4205);
        assertThat(Site.parse("new york").zone()).isEqualTo("America/New_York");
        assertThat(Site.parse("Europe/Berlin").name()).isEqualTo("Berlin");
        assertThat(Site.parse(Site.at(1.5, -2.25, 3).figures())).isEqualTo(Site.at(1.5, -2.25, 3));
        assertThatThrownBy(() -> Site.parse("Berlim"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("did you mean Berlin");
        assertThatThrownBy(() -> Site.parse("13.4,95")).hasMessageContaining("latitude 95.0");
        assertThatThrownBy(() -> Site.parse("13.4,x")).hasMessageContaining("\"x\" is no number");
    }
}
