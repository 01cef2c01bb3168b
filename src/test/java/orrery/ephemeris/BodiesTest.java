package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.frames.KernelNames;
import orrery.frames.UnknownNameException;
import orrery.spk.BodyKind;

class BodiesTest {

    @ParameterizedTest
    @CsvSource({
        "mars, 499",
        "Mars Barycenter, 4",
        "mars (barycenter), 4",
        "  EARTH   moon  barycenter , 3",
        "emb, 3",
        "EARTH-MOON BARYCENTER, 3",
        "SSB, 0",
        "solar system barycenter, 0",
        "sun, 10",
        "europa, 502",
        "52 EUROPA, 2000052",
        "52_EUROPA, 2000052",
        "juno, -61",
        "3 juno, 2000003",
        "metis, 516",
        "9 metis, 2000009",
        "ceres, 2000001",
        "patroclus, 920000617",
        "ida, 2431010",
        "voyager 1, -31",
        "vg2, -32",
        "CASSINI, -82",
        "NEW HORIZONS, -98",
        "JUICE, -28",
        "MARS EXPRESS, -41",
        "halley, 1000036",
        "1p/halley, 1000036",
        "67P/Churyumov-Gerasimenko (1969 R1), 1000012",
        "dss-14, 399014",
        "hippocamp, 814",
        "apophis, 2099942",
        "499, 499",
        "-82, -82",
        "+10, 10",
        "123456789, 123456789",
        "-2147483648, -2147483648",
    })
    void aNameOrANumberIsTheIdThatSpiceGives(String name, int id) {
        assertThat(Bodies.resolve(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mras | No body is named \"Mras\": did you mean Mars?",
                "jupitr | No body is named \"jupitr\": did you mean Jupiter?",
                "EARTH BARYCENTR | No body is named \"EARTH BARYCENTR\": did you mean EARTH BARYCENTER?",
                "voyager 3 | No body is named \"voyager 3\": did you mean Voyager 1 or Voyager 2?",
                "xyzzyqwert | No body is named \"xyzzyqwert\".",
                "99999999999 | No body is named \"99999999999\".",
                "'' | No body is named \"\".",
            })
    void aMisspeltNameIsAnsweredWithTheNearest(String name, String message) {
        assertThatThrownBy(() -> Bodies.resolve(name)).isInstanceOfSatisfying(UnknownNameException.class, e -> {
            assertThat(e.getMessage()).startsWith(message);
            assertThat(e.name()).isEqualTo(name);
        });
    }

    @Test
    void noTextGivesAnotherException() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append((char) random.nextInt(i % 2 == 0 ? 128 : 0x10000));
            }
            try {
                Bodies.resolve(text.toString());
            } catch (UnknownNameException expected) {
                assertThat(expected.suggestions()).hasSizeLessThanOrEqualTo(3);
            }
        }
        assertThatThrownBy(() -> Bodies.resolve("a".repeat(1_000_000))).isInstanceOf(UnknownNameException.class);
    }

    @Test
    void allSixHundredAndNinetyTwoNamesOfSpiceAreThere() {
        int names = 0;
        Map<String, Integer> seen = new HashMap<>();
        List<AssetTable.Row> rows = AssetTable.read("names.csv", 3);
        for (AssetTable.Row row : rows) {
            for (String name : row.cell(2).split("\\|", -1)) {
                assertThat(name).isEqualTo(KernelNames.normalised(name));
                assertThat(seen.put(name, row.id())).as(name).isNull();
                assertThat(Bodies.resolve(name)).as(name).isEqualTo(row.id());
            }
            if (row.line() < firstOfOurOwn(rows)) {
                names += row.cell(2).split("\\|", -1).length;
                // SPICE answers the id with the last name.
                assertThat(Bodies.of(row.id()).spiceName())
                        .isEqualTo(row.cell(2).replaceAll(".*\\|", ""));
            }
            assertThat(row.cell(1)).isNotBlank();
        }
        assertThat(names).isEqualTo(692);
    }

    private static int firstOfOurOwn(List<AssetTable.Row> rows) {
        return rows.stream()
                .filter(row -> row.id() == 2_000_003)
                .findFirst()
                .orElseThrow()
                .line();
    }

    @ParameterizedTest
    @CsvSource({
        "0, BARYCENTER, Solar system barycenter, ''",
        "3, BARYCENTER, Earth-Moon barycenter, ''",
        "4, BARYCENTER, Mars (barycenter), ''",
        "10, STAR, Sun, ''",
        "399, PLANET, Earth, 10",
        "999, PLANET, Pluto, 10",
        "301, MOON, Moon, 399",
        "501, MOON, Io, 599",
        "598, MOON, Body 598, 599",
        "55501, MOON, Body 55501, 599",
        "2000001, ASTEROID, Ceres, 10",
        "20000001, ASTEROID, Ceres, 10",
        "2000999, ASTEROID, Body 2000999, 10",
        "20000617, BARYCENTER, Patroclus (barycenter), ''",
        "120065803, MOON, Dimorphos, 20065803",
        "220136108, MOON, Body 220136108, 20136108",
        "920065803, ASTEROID, Didymos, 10",
        "2431011, MOON, Dactyl, 2431010",
        "9511010, ASTEROID, Gaspra, 10",
        "1000036, COMET, 1P/Halley, 10",
        "50000001, COMET, Shoemaker-Levy 9-W, 10",
        "-31, SPACECRAFT, Voyager 1, ''",
        "-82840, SPACECRAFT, Body -82840, ''",
        "-48859, SPACECRAFT, Body -48859, ''",
        "-118123, SPACECRAFT, Satellite NORAD 18123, ''",
        "-10000001, SPACECRAFT, Body -10000001, ''",
        "399014, STATION, DSS-14, 399",
        "399999, STATION, Body 399999, 399",
        "398990, STATION, New Norcia, 399",
        "392, LAGRANGE_POINT, Sun-Earth L2, 10",
        "1000000001, TIME, TT - TDB, ''",
        "11, UNKNOWN, Body 11, ''",
        "1000, UNKNOWN, Body 1000, ''",
        "2147483647, UNKNOWN, Body 2147483647, ''",
        "-2147483648, SPACECRAFT, Body -2147483648, ''",
    })
    void anIdSaysWhatItIsAndWhose(int id, BodyKind kind, String name, String parent) {
        Body body = Bodies.of(id);
        assertThat(body.kind()).isEqualTo(kind);
        assertThat(body.name()).isEqualTo(name);
        assertThat(body.parent().isPresent() ? Integer.toString(body.parent().getAsInt()) : "")
                .isEqualTo(parent);
        boolean unknown = name.startsWith("Body ");
        assertThat(Bodies.label(id)).isEqualTo(unknown ? name : name + " (" + id + ")");
        assertThat(Bodies.name(id)).isEqualTo(unknown ? Integer.toString(id) : name);
        assertThat(body.letter()).hasSizeBetween(1, 3);
    }

    @Test
    void aPlanetHasItsBarycenterAndAnAsteroidItsOtherNumber() {
        assertThat(Bodies.barycenterOf(499)).hasValue(4);
        assertThat(Bodies.barycenterOf(301)).hasValue(3);
        assertThat(Bodies.barycenterOf(606)).hasValue(6);
        assertThat(Bodies.barycenterOf(4)).isEmpty();
        assertThat(Bodies.barycenterOf(10)).isEmpty();
        assertThat(Bodies.barycenterOf(2000001)).isEmpty();
        assertThat(Bodies.barycenterOf(-31)).isEmpty();
        assertThat(Bodies.planetOf(4)).hasValue(499);
        assertThat(Bodies.planetOf(0)).isEmpty();
        assertThat(Bodies.planetOf(10)).isEmpty();
        assertThat(Bodies.otherAsteroidNumber(2000001)).hasValue(20000001);
        assertThat(Bodies.otherAsteroidNumber(20099942)).hasValue(2099942);
        assertThat(Bodies.otherAsteroidNumber(499)).isEmpty();
    }

    @Test
    void searchFindsWhatIsMeantFirst() {
        assertThat(Bodies.search("mar", 5).getFirst().id()).isEqualTo(499);
        assertThat(Bodies.search("europa", 3)).extracting(Body::id).startsWith(502);
        assertThat(Bodies.search("499", 3).getFirst().id()).isEqualTo(499);
        assertThat(Bodies.search("", 5)).isEmpty();
        assertThat(Bodies.search("qqqqqq", 5)).isEmpty();
        assertThat(Bodies.search("a", 7)).hasSize(7);
    }

    @Test
    void constantsAreThoseOfTheirSources() {
        // gm_de440.tpc prints ...942E+11 and ...2266E+05; SPICE's NPARSD makes these doubles of them.
        assertThat(Bodies.of(10).gm().orElseThrow()).isEqualTo(1.3271244004127939E+11);
        assertThat(Bodies.of(399).gm().orElseThrow()).isEqualTo(3.986004355070226E+05);
        assertThat(Bodies.of(2000001).gm().orElseThrow()).isEqualTo(62.628888644409926);
        assertThat(Bodies.of(20000001).gm()).isEqualTo(Bodies.of(2000001).gm());
        assertThat(Bodies.of(-31).gm()).isEmpty();
        Radii earth = Bodies.of(399).radii().orElseThrow();
        assertThat(earth).isEqualTo(new Radii(6378.1366, 6378.1366, 6356.7519));
        assertThat(1 / earth.flattening()).isCloseTo(298.257, within(0.01));
        assertThat(earth.mean()).isCloseTo(6371.0, within(0.01));
        // The mass of a system is that of its bodies.
        assertThat(Bodies.of(399).gm().orElseThrow() + Bodies.of(301).gm().orElseThrow())
                .isCloseTo(Bodies.of(3).gm().orElseThrow(), within(1e-6));
    }

    @Test
    void ringsLieOutsideThePlanetInOrder() {
        assertThat(Bodies.of(599).rings()).isEmpty();
        for (int id : new int[] {699, 799}) {
            double last = Bodies.of(id).radii().orElseThrow().a();
            assertThat(Bodies.of(id).rings()).hasSizeGreaterThan(10);
            for (Ring ring : Bodies.of(id).rings()) {
                assertThat(ring.inner()).as(ring.name()).isGreaterThanOrEqualTo(last);
                assertThat(ring.outer()).as(ring.name()).isGreaterThan(ring.inner());
                assertThat(ring.opticalDepth()).isBetween(0.0, 5.0);
                last = ring.outer();
            }
        }
    }

    @Test
    void tintsAreLegibleOnTheirGroundAndApartInLightness() {
        List<Integer> together = List.of(199, 299, 399, 301, 499, 599, 699, 799, 899, 999);
        for (Body body : Bodies.all()) {
            assertThat(contrast(body.tint().dark(), "#070A0F"))
                    .as(body + " dark")
                    .isGreaterThan(3);
            assertThat(contrast(body.tint().light(), "#F7F5F0"))
                    .as(body + " light")
                    .isGreaterThan(3);
        }
        List<Body> bodies = new ArrayList<>();
        together.forEach(id -> bodies.add(Bodies.of(id)));
        for (Body one : bodies) {
            for (Body other : bodies) {
                if (one.id() < other.id()) {
                    assertThat(Math.abs(lightness(one.tint().dark())
                                    - lightness(other.tint().dark())))
                            .as(one + " and " + other)
                            .isGreaterThan(4);
                    assertThat(Math.abs(lightness(one.tint().light())
                                    - lightness(other.tint().light())))
                            .as(one + " and " + other)
                            .isGreaterThan(3);
                    assertThat(one.letter()).isNotEqualTo(other.letter());
                }
            }
        }
        assertThat(Bodies.of(4).tint()).isEqualTo(Bodies.of(499).tint());
        assertThat(Bodies.of(4).letter()).isEqualTo("Ma");
        assertThat(Bodies.of(1000036).letter()).isEqualTo("Ha");
    }

    /** WCAG's ratio of luminances. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double lightness(String color) {
        return 116 * Math.cbrt(luminance(color)) - 16;
    }

    private static double luminance(String color) {
        assertThat(color).matches("#[0-9A-F]{6}");
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
