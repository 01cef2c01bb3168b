package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;

/** Segments and centers that {@code brief} and errors name are those that answer, or fail to. */
class WhoAnswersTest {
    private static final double DAY = 86_400;

    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = folder.resolve("three.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(10, 0, 1, 0, 200 * DAY, "sun"))
                .add(ChebyshevLayout.zero(399, 0, 1, 0, 200 * DAY, "earth"))
                .add(ChebyshevLayout.zero(-144, 10, 1, 0, 100 * DAY, "cruise"))
                .add(ChebyshevLayout.zero(-144, 399, 1, 100 * DAY, 101 * DAY, "flyby"))
                .add(ChebyshevLayout.zero(-144, 10, 1, 101 * DAY, 200 * DAY, "on"))
                .write(kernel);
    }

    @Test
    void briefNamesTheSegmentAndCenterThatStateExplains() throws IOException {
        for (double day : new double[] {0, 30, 100, 100.5, 101, 150, 200}) {
            String date = "JD " + (2_451_545.0 + day) + " TDB";
            JsonNode hop = CommandRun.of(
                            "state", "-k", kernel.toString(), "--target", "-144", "--date", date, "--explain", "--json")
                    .json()
                    .at("/hops/0");
            for (String by : new String[] {"segment", "body", "time"}) {
                JsonNode said = CommandRun.of("brief", "--at", date, "--by", by, "--json", kernel.toString())
                        .json()
                        .valueStream()
                        .filter(line -> line.get("body").asInt() == -144)
                        .findFirst()
                        .orElseThrow();
                assertThat(said.get("segment")).as(date).isEqualTo(hop.get("segment"));
                assertThat(said.get("center")).as(date).isEqualTo(hop.get("center"));
            }
        }
    }

    @Test
    void briefByBodyAndByTimeKeepCentersApart() throws IOException {
        for (String by : new String[] {"body", "time"}) {
            assertThat(CommandRun.of("brief", "--by", by, "--json", kernel.toString())
                            .json()
                            .valueStream()
                            .filter(line -> line.get("body").asInt() == -144)
                            .map(line -> line.get("segment") + " " + line.get("center") + " "
                                    + line.get("start").asDouble() / DAY))
                    .containsExactly("2 10 0.0", "3 399 100.0", "4 10 101.0");
            assertThat(CommandRun.of("brief", "--by", by, kernel.toString())
                            .out()
                            .lines()
                            .filter(line -> line.contains("399 Earth"))
                            .filter(line -> line.contains("2000-04-10")))
                    .singleElement()
                    .asString()
                    .contains("2000-04-11", " 3 ");
        }
    }

    @Test
    void aRunOfSegmentsOfOneCenterIsOneLineForPeople() throws IOException {
        Path run = folder.resolve("run.bsp");
        SpkWriter writer = SpkWriter.littleEndian();
        for (int i = 0; i < 50; i++) {
            writer.add(ChebyshevLayout.zero(4, 0, 1, i * DAY, (i + 1) * DAY, "part"));
        }
        writer.write(run);
        assertThat(CommandRun.of("brief", "--by", "body", run.toString()).out())
                .contains("0 … 49")
                .hasLineCount(2);
        assertThat(CommandRun.of("brief", "--by", "body", "--json", run.toString())
                        .json())
                .hasSize(50);
    }

    @Test
    void whatIsPartOfACircleIsSaidToGiveNoStates() throws IOException {
        Path circle = folder.resolve("circle.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(5, 6, 1, 0, DAY, "one"))
                .add(ChebyshevLayout.zero(6, 5, 1, 0, DAY, "two"))
                .write(circle);
        assertThat(CommandRun.of("brief", "--by", "body", circle.toString())
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains("contains no states: set aside"));
    }

    @Test
    void mergeDoesNotWriteACircleThatLoadingRefuses() throws IOException {
        Path one = folder.resolve("one.bsp");
        Path two = folder.resolve("two.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(5, 6, 1, 0, DAY, "one"))
                .add(ChebyshevLayout.zero(4, 0, 1, 0, DAY, "mars"))
                .write(one);
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(6, 5, 1, 0, DAY, "two"))
                .write(two);
        Path out = folder.resolve("out.bsp");
        CommandRun run = CommandRun.of("merge", one.toString(), two.toString(), "--out", out.toString());
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.err()).contains("together give bodies in a circle of centers", "Leave one of them out.");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.bsp", "two.bsp", "three.bsp");
        assertThat(CommandRun.of("merge", one.toString(), two.toString(), "--bodies", "4", "--out", out.toString())
                        .status())
                .isZero();
    }

    /** Venus ends at the barycenter as it should; Jupiter itself is missing. */
    @Test
    void theBodyThatIsMissingIsTheOneThatIsBlamed() throws IOException {
        Path planets = folder.resolve("planets.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(2, 0, 1, 0, DAY, "venus"))
                .add(ChebyshevLayout.zero(299, 2, 1, 0, DAY, "venus itself"))
                .add(ChebyshevLayout.zero(5, 0, 1, 0, DAY, "jupiter"))
                .add(ChebyshevLayout.zero(-1, 499, 1, 0, DAY, "orbiter"))
                .write(planets);
        assertThat(said(planets, "venus", "jupiter", "0"))
                .startsWith("No loaded kernel has data for Jupiter (599). Ask for the barycenter of its system");
        assertThat(said(planets, "jupiter", "venus", "0")).startsWith("No loaded kernel has data for Jupiter (599)");
        assertThat(said(planets, "-1", "venus", "0")).startsWith("No loaded kernel has data for Mars (499)");
        assertThat(said(planets, "venus", "-1", "0")).startsWith("No loaded kernel has data for Mars (499)");
        assertThat(said(planets, "venus", "5", "90000")).startsWith("The loaded kernels cover Venus (299) from");
    }

    @Test
    void theCoveredEpochNearestToInfinityIsTheEnd() throws IOException {
        Path gap = folder.resolve("gap.bsp");
        SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(4, 0, 1, 0, 1, "first"))
                .add(ChebyshevLayout.zero(4, 0, 1, 5, 7, "second"))
                .write(gap);
        assertThat(said(gap, "4", "0", "Infinity")).contains("nearest covered epoch is", "(et 7.0)");
        assertThat(said(gap, "4", "0", "-Infinity")).contains("nearest covered epoch is", "(et 0.0)");
        assertThat(said(gap, "4", "0", "1e300")).contains("nearest covered epoch is", "(et 7.0)");
    }

    @Test
    void aNumberIsADecimalOne() throws IOException {
        for (String none : new String[] {"1d", "1f", "0x1p3", "1_000", "1,5", "", "e5", "."}) {
            CommandRun one = CommandRun.of("state", "-k", kernel.toString(), "--target", "10", "--et", none);
            assertThat(one.status()).as(none).isEqualTo(ExitCodes.USAGE);
            Path csv = Files.writeString(folder.resolve("q.csv"), "target,center,et\n10,0," + none + "\n");
            CommandRun bulk = CommandRun.of("state", "-k", kernel.toString(), "--queries", csv.toString());
            assertThat(bulk.status()).as(none).isEqualTo(ExitCodes.USAGE);
        }
        for (String number : new String[] {"1", "1.", ".5", "+1e2", "1E+2", "0001.50e-1", " 7 "}) {
            CommandRun one = CommandRun.of("state", "-k", kernel.toString(), "--target", "10", "--et", number);
            assertThat(one.status()).as(number + one.err()).isZero();
        }
    }

    private static String said(Path kernel, String target, String center, String et) {
        CommandRun run =
                CommandRun.of("state", "-k", kernel.toString(), "--target", target, "--center", center, "--et", et);
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        return run.err();
    }
}
