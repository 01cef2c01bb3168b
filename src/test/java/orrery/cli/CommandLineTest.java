package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.DamagedKernelException;
import orrery.testing.SoundKernels;
import picocli.CommandLine;

/** The commands as a person or a script types them: their output and exit status. */
class CommandLineTest {
    @TempDir
    private Path folder;

    private Path kernel;

    /** Body 10 wrt 0 at x = 3 km + 2 km/s (et), on 0 to 200 s, in two granules. */
    @BeforeEach
    void makeKernel() throws IOException {
        kernel = folder.resolve("line.bsp");
        double[] data = {50, 50, 103, 100, 0, 0, 0, 0, 150, 50, 303, 100, 0, 0, 0, 0, 0, 100, 8, 2};
        SpkWriter.littleEndian()
                .comment("A straight line.\nNothing else.")
                .add(new RawSegment(10, 0, 1, 2, 0, 200, "line", data))
                .write(kernel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de440s.bsp", "naif/mission.tm", "./here", "orrery:view?et=0", "src"})
    void whatNamesAFileOrIsALinkAsksForTheWindow(String first) {
        assertThat(OrreryCommand.isCommand(first)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brief", "snapshot", "--help", "-V", "breif"})
    void whatIsACommandOrMayBeOneMisspeltDoesNot(String first) {
        assertThat(OrreryCommand.isCommand(first)).isTrue();
    }

    @Test
    void stateIsPrintedSoThatItReadsBackToTheSameBits() {
        CommandRun run = run("state", "-k", kernel.toString(), "--target", "10", "--center", "0", "--et", "70.1");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("x  143.2 km", "vx 2.0 km/s", "J2000");
    }

    @Test
    void stateAsJsonExplainsItsHops() throws IOException {
        CommandRun run = run("state", "-k", kernel.toString(), "--target", "10", "--et", "170", "--explain", "--json");
        JsonNode node = new ObjectMapper().readTree(run.out());
        assertThat(node.at("/position_km/0").asDouble()).isEqualTo(343.0);
        assertThat(node.at("/hops/0/granule").asInt()).isEqualTo(1);
        assertThat(node.at("/hops/0/segment").asInt()).isZero();
    }

    @Test
    void bulkAnswersEveryRowOfBodies() throws IOException {
        Path queries = queries("target,center,et", "10,0,0", "0,10,100", "SUN,0,200");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "target,center,et,x,y,z,vx,vy,vz",
                        "10,0,0,3.0,0.0,0.0,2.0,0.0,0.0",
                        "0,10,100,-203.0,0.0,0.0,-2.0,0.0,0.0",
                        "SUN,0,200,403.0,0.0,0.0,2.0,0.0,0.0");
    }

    @Test
    void aPlaceAsSeenTellsItsCorrectionAndItsLightTime() throws IOException {
        CommandRun run =
                run("state", "-k", kernel.toString(), "--target", "10", "--et", "100", "--abcorr", "CN+S", "--json");
        JsonNode node = new ObjectMapper().readTree(run.out());
        // x = 203 km at 100 s, receding at 2 km/s: light time 203 / (c + 2).
        assertThat(node.at("/lightTime_s").asDouble()).isEqualTo(203 / 299_794.458, within(1e-15));
        assertThat(node.at("/aberration").asText()).isEqualTo("CN+S");
        assertThat(run("state", "-k", kernel.toString(), "--target", "10", "--et", "1", "--abcorr", "YLT")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void anAlmanacsPlaceTellsItsAxesAndItsAngles() throws IOException {
        String shipped = SoundKernels.shipped().toString();
        String[] ask = {
            "state", "-k", shipped, "--target", "sun", "--center", "399", "--date", "2024-03-20T03:07:30 TDB", "--json"
        };
        CommandRun run = run(plus(ask, "--place", "true-ecliptic"));
        JsonNode node = new ObjectMapper().readTree(run.out());
        // The equinox of 2024 was at 03:06:20 UTC (US Naval Observatory); 69 s later in TDB.
        double longitude = node.at("/longitude_deg").asDouble();
        assertThat(Math.IEEEremainder(longitude, 360)).isEqualTo(0, within(1e-4));
        assertThat(node.at("/frame").asText()).isEqualTo("ecliptic and true equinox of date");
        assertThat(node.at("/place").asText()).isEqualTo("true-ecliptic");
        assertThat(run(plus(ask, "--place", "true")).err()).contains("true-equator");
        assertThat(run(plus(ask, "--place", "proper", "--abcorr", "LT")).status())
                .isEqualTo(2);
        assertThat(run(plus(ask, "--place", "true-equator", "--frame", "ECLIPJ2000"))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void eventsThatCannotBeLookedForAreSaidWithTheBodyThatIsLacking(@TempDir Path folder) throws IOException {
        Path shipped = SoundKernels.shipped();
        String part = folder.resolve("no_earth.bsp").toString();
        assertThat(run(
                                "excerpt",
                                shipped.toString(),
                                "--bodies",
                                "2,4,10",
                                "--from",
                                "2020-01-01",
                                "--to",
                                "2022-01-01",
                                "--out",
                                part)
                        .status())
                .isZero();
        String[] ask = {"events", "-k", part, "--from", "2020-01-01", "--to", "2022-01-01", "--kind"};
        CommandRun nothing = run(plus(ask, "oppositions"));
        assertThat(nothing.status()).isEqualTo(3);
        assertThat(nothing.err()).contains("Earth (399): in none of these kernels", "oppositions");
        assertThat(nothing.err()).doesNotContain("Sun");
        CommandRun apsides = run(plus(ask, "oppositions,apsides"));
        assertThat(apsides.status()).isZero();
        assertThat(apsides.out()).contains("perihelion");
        assertThat(apsides.err()).contains("Earth (399)").doesNotContain("apsides");
        CommandRun nobody = run(plus(ask, "elongations", "--body", "mars"));
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.err()).contains("Mars", "elongations");
        JsonNode node = new ObjectMapper()
                .readTree(run(plus(ask, "oppositions", "--json")).out());
        assertThat(node.at("/unsearched/0/body").asInt()).isEqualTo(399);
        assertThat(node.at("/unsearched/0/why").asText()).isEqualTo("absent");
    }

    @Test
    void whatLiesBeforeTheKernelIsReportedInALineForEachCause() {
        String shipped = SoundKernels.shipped().toString();
        CommandRun run = run(
                "events",
                "-k",
                shipped,
                "--from",
                "1899-12-01",
                "--to",
                "1899-12-05",
                "--kind",
                "oppositions,stations");
        assertThat(run.status()).isZero();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(
                                        "Mars (barycenter) (4), Jupiter",
                                        "from 1899-12-01T00:00:00 TDB to 1899-12-04T00:00:00 TDB. Not searched then",
                                        "oppositions, stations"),
                        line -> assertThat(line)
                                .contains(
                                        "Mars (barycenter) (4), Jupiter",
                                        "to 1899-12-04T06:25:55 TDB at the latest",
                                        "Not searched then, where needed: oppositions, stations"));
    }

    @Test
    void eventsAreListedAsTextAndAsJson() throws IOException {
        String shipped = SoundKernels.shipped().toString();
        String[] ask = {"events", "-k", shipped, "--from", "2024-04-01", "--to", "2024-05-01", "--kind"};
        CommandRun text = run(plus(ask, "eclipse,phases"));
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains("2024-04-08T18:", "total solar eclipse", "first quarter")
                .hasLineCount(6);
        JsonNode node = new ObjectMapper()
                .readTree(run(plus(ask, "approaches", "--body", "venus,mars", "--json"))
                        .out());
        assertThat(node.at("/tolerance_s").asDouble()).isEqualTo(1);
        assertThat(node.at("/events").size()).isZero();
        assertThat(node.at("/unsearched").size()).isZero();
        JsonNode mars = new ObjectMapper()
                .readTree(run(
                                "events",
                                "-k",
                                shipped,
                                "--from",
                                "2024-01-01",
                                "--to",
                                "2026-01-01",
                                "--kind",
                                "opposition",
                                "--body",
                                "mars",
                                "--json")
                        .out());
        assertThat(mars.at("/events/0/date").asText()).startsWith("2025-01-16T02:");
        assertThat(mars.at("/events/0/body").asInt()).isEqualTo(4);
        assertThat(run(plus(ask, "wedding")).err()).contains("conjunctions");
        assertThat(run("events", "-k", shipped, "--from", "2024-05-01", "--to", "2024-04-01")
                        .status())
                .isEqualTo(2);
    }

    private static String[] plus(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void bulkAnswersEveryRowOfPlaces() throws IOException {
        Path queries = queries("target,observer,abcorr,et", "10,0,NONE,100", "10,0,lt,0");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString(), "--keep-going");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "target,observer,abcorr,et,x,y,z,vx,vy,vz,lt",
                        "10,0,NONE,100,203.0,0.0,0.0,2.0,0.0,0.0," + 203 / 299_792.458,
                        "10,0,lt,0,,,,,,,");
        assertThat(run.err()).contains("nearest covered");
    }

    @Test
    void bulkAnswersEveryRowOfAlmanacsPlacesAsOneByOne() throws IOException {
        String shipped = SoundKernels.shipped().toString();
        Path queries = queries(
                "target,observer,place,et",
                "4,earth,true-equator,8e8",
                "10,399,Proper,0",
                "399,399,proper,0",
                "4,399,nowhere,0");
        CommandRun run = run("state", "-k", shipped, "--queries", queries.toString(), "--keep-going");
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).isEqualTo("target,observer,place,et,x,y,z,vx,vy,vz,lt,longitude,latitude");
        String[] cells = lines.get(1).split(",", -1);
        JsonNode one = new ObjectMapper()
                .readTree(run(
                                "state",
                                "-k",
                                shipped,
                                "--target",
                                "4",
                                "--center",
                                "399",
                                "--et",
                                "8e8",
                                "--place",
                                "true-equator",
                                "--json")
                        .out());
        assertThat(cells).hasSize(13);
        assertThat(Double.parseDouble(cells[4]))
                .isEqualTo(one.at("/position_km/0").asDouble());
        assertThat(Double.parseDouble(cells[10]))
                .isEqualTo(one.at("/lightTime_s").asDouble());
        assertThat(Double.parseDouble(cells[11]))
                .isEqualTo(one.at("/longitude_deg").asDouble());
        assertThat(lines.get(3)).isEqualTo("399,399,proper,0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,,");
        assertThat(lines.get(4)).isEqualTo("4,399,nowhere,0,,,,,,,,,");
        assertThat(run.err()).contains("line 5", "true-ecliptic");
        CommandRun turned = run(
                "state",
                "-k",
                shipped,
                "--frame",
                "ECLIPJ2000",
                "--queries",
                queries("target,observer,place,et", "10,399,true-equator,0").toString());
        assertThat(turned.status()).isEqualTo(2);
        assertThat(turned.err()).contains("its own axes");
    }

    @Test
    void aBodyLiesInNoDirectionFromItself() throws IOException {
        String shipped = SoundKernels.shipped().toString();
        String[] ask = {"state", "-k", shipped, "--target", "399", "--center", "399", "--et", "0", "--place"};
        for (String place : new String[] {"geometric", "astrometric", "apparent", "proper", "true-equator"}) {
            assertThat(run(plus(ask, place)).out())
                    .contains("no direction from itself")
                    .doesNotContain("deg");
            JsonNode node =
                    new ObjectMapper().readTree(run(plus(ask, place, "--json")).out());
            assertThat(node.at("/longitude_deg").isNull()).isTrue();
            assertThat(node.at("/latitude_deg").isNull()).isTrue();
        }
    }

    @Test
    void bulkAnswersEveryRowOfSegments() throws IOException {
        Path queries = queries("seg,et", "0,100");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString());
        assertThat(run.out().lines())
                .containsExactly(
                        "seg,target,center,frame,type,et,x,y,z,vx,vy,vz", "0,10,0,1,2,100,203.0,0.0,0.0,2.0,0.0,0.0");
    }

    @Test
    void aFailingRowEndsTheRunAfterTheRowsBeforeIt() throws IOException {
        Path queries = queries("target,center,et", "10,0,0", "10,0,999", "10,0,1");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString());
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err())
                .contains("line 3")
                .contains("et 999.0")
                .contains("nearest covered")
                .contains("et 200.0");
    }

    @Test
    void keepGoingLeavesAFailingRowEmpty() throws IOException {
        Path queries = queries("target,center,et", "10,0,999", "10,0,100");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString(), "--keep-going");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "target,center,et,x,y,z,vx,vy,vz", "10,0,999,,,,,,", "10,0,100,203.0,0.0,0.0,2.0,0.0,0.0");
        assertThat(run.err()).contains("line 2");
    }

    @Test
    void aRowThatMakesNoSenseIsUsage() throws IOException {
        Path queries = queries("target,center,et", "10,0,soon");
        CommandRun run = run("state", "-k", kernel.toString(), "--queries", queries.toString());
        assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("line 2").contains("\"soon\"");
    }

    @Test
    void briefListsSegmentsAsTextAndAsJson() throws IOException {
        CommandRun text = run("brief", kernel.toString());
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("little-endian", "Chebyshev, position", "100 s");
        JsonNode node = new ObjectMapper()
                .readTree(run("brief", "--json", kernel.toString()).out());
        assertThat(node.at("/0/segments/0/end").asDouble()).isEqualTo(200.0);
        assertThat(node.at("/0/segments/0/records").asInt()).isEqualTo(2);
        assertThat(node.at("/0/problems").size()).isZero();
    }

    @Test
    void briefGoesOnAfterABadFileAndEndsWithItsStatus() throws IOException {
        Path page = folder.resolve("page.bsp");
        Files.writeString(page, "<!DOCTYPE html><html></html>");
        CommandRun run = run("brief", page.toString(), kernel.toString());
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.err()).contains("web page").hasLineCount(1);
        assertThat(run.out()).contains("line.bsp");
    }

    @Test
    void commentsPrintAsTheyWereWritten() {
        assertThat(run("comment", kernel.toString()).out().strip()).isEqualTo("A straight line.\nNothing else.");
    }

    @Test
    void aMissingFileIsOneLineAndAKernelProblem() {
        CommandRun run = run("comment", folder.resolve("none.bsp").toString());
        assertThat(run.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.err()).contains("there is no such file").hasLineCount(1);
    }

    @Test
    void aDateThatIsNoneIsUsageAndSaysWhatIsWrong() {
        CommandRun run = run("state", "-k", kernel.toString(), "--target", "10", "--date", "2026-13-01");
        assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("month");
    }

    @Test
    void anUnknownFrameIsUsage() {
        CommandRun run = run("state", "-k", kernel.toString(), "--target", "10", "--et", "1", "--frame", "ECLIP2000");
        assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("ECLIPJ2000");
    }

    @Test
    void theEclipticIsTheEquatorTurned() {
        CommandRun run =
                run("state", "-k", kernel.toString(), "--target", "10", "--et", "100", "--frame", "ECLIPJ2000");
        assertThat(run.out()).contains("x  203.0 km", "ECLIPJ2000");
    }

    @Test
    void everyCommandHasHelp() {
        CommandLine line = OrreryCommand.commandLine(request -> {});
        assertThat(line.getSubcommands()).isNotEmpty();
        line.getSubcommands().forEach((name, command) -> {
            CommandRun run = run(name, "--help");
            assertThat(run.status()).as(name).isZero();
            assertThat(run.out()).as(name).contains("Usage: orrery " + command.getCommandName());
        });
    }

    @Test
    void anErrorOfAKernelIsItsOwnWords() throws IOException {
        Path cut = folder.resolve("cut.bsp");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(kernel), 1000));
        CommandRun run = run("brief", cut.toString());
        assertThat(run.err().strip())
                .isEqualTo(new DamagedKernelException("cut.bsp is 1000 bytes long; an SPK file has at least its file"
                                + " record of 1024. Fetch it again.")
                        .getMessage());
    }

    private Path queries(String... lines) throws IOException {
        return Files.write(folder.resolve("queries.csv"), List.of(lines));
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(args);
    }
}
