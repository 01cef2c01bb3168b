package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.spk.SegmentInfo;
import orrery.spk.SpkFile;
import orrery.testing.FileServer;
import orrery.testing.SmallSky;

/** The commands that examine kernels, make others from them and fetch them. */
class WorkbenchCommandsTest {
    @TempDir
    private Path folder;

    private Path sky = Path.of("");
    private Path still = Path.of("");

    @BeforeEach
    void makeKernels() throws IOException {
        sky = SmallSky.write(folder.resolve("sky.bsp"), 0, 3 * SmallSky.YEAR);
        still = folder.resolve("still.bsp");
        SpkWriter.of(ByteOrder.BIG_ENDIAN)
                .add(ChebyshevLayout.zero(4, 0, 1, SmallSky.YEAR, 2 * SmallSky.YEAR, "still"))
                .write(still);
    }

    @Test
    void briefByBodyTellsWhichFileWinsWhere() throws IOException {
        CommandRun text = run("brief", "--by", "body", sky.toString(), still.toString());
        assertThat(text.out().lines().filter(l -> l.contains("still.bsp")))
                .singleElement()
                .asString()
                .contains("2000-12-31", "2002-01-01");
        JsonNode mars = run("brief", "--by", "body", "--json", sky.toString(), still.toString())
                .json();
        assertThat(mars.findValuesAsText("kernel").stream().filter(k -> k.endsWith("still.bsp")))
                .hasSize(1);
        assertThat(mars.valueStream().filter(n -> n.get("body").asInt() == 4)).hasSize(3);
    }

    /** SPICE refuses a segment that reaches into a record that is not whole (seen with N0067). */
    @Test
    void briefSaysWhereSpiceWouldReadZeros() throws IOException {
        assertThat(run("brief", sky.toString()).out()).doesNotContain("note:");
        byte[] bytes = Files.readAllBytes(sky);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        assertThat(end % 1024).isNotZero();
        Path cut = Files.write(folder.resolve("not_whole.bsp"), Arrays.copyOf(bytes, (end + 7) / 8 * 8));
        assertThat(run("brief", cut.toString()).out())
                .contains("  note: the last record has ")
                .contains("it; this program reads what is there");
        assertThat(run("brief", "--json", cut.toString()).json().get(0).get("notes"))
                .hasSize(1);
    }

    @Test
    void briefHoldsEveryRecordAgainstItsDescriptor() throws IOException {
        assertThat(run("brief", sky.toString()).out()).doesNotContain("mismatch");
        assertThat(run("brief", "--json", sky.toString()).json().get(0).get("mismatches"))
                .isEmpty();
        byte[] bytes = Files.readAllBytes(still);
        SegmentInfo info = SpkFile.read(MemorySegment.ofArray(bytes), "still")
                .segments()
                .getFirst()
                .info();
        ByteBuffer.wrap(bytes).putDouble((int) info.offset(), 1e10);
        Path shifted = Files.write(still.resolveSibling("shifted.bsp"), bytes);
        CommandRun text = run("brief", shifted.toString());
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains(
                        "  mismatch: segment 0: Record 1 of",
                        "by its own MID 1.0E10",
                        "States asked there are refused.");
        JsonNode found =
                run("brief", "--json", shifted.toString()).json().get(0).get("mismatches");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("segment").asInt()).isZero();
        assertThat(found.get(0).get("record").asLong()).isZero();
        assertThat(found.get(0).get("count").asLong()).isEqualTo(1);
        assertThat(found.get(0).get("answers").asText()).isEqualTo("refused");
        assertThat(run("brief", "--quick", shifted.toString()).out()).doesNotContain("mismatch");
        assertThat(run("brief", "--quick", "--json", shifted.toString())
                        .json()
                        .get(0)
                        .get("mismatches")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatCannotBeWrittenIsToldByItsOwnNameAndWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        for (Path out : new Path[] {folder, file.resolve("x.bsp"), Path.of("/proc/x.bsp")}) {
            CommandRun run = run("excerpt", sky.toString(), "--bodies", "4", "--out", out.toString());
            assertThat(run.status()).isEqualTo(ExitCodes.OTHER);
            assertThat(run.err())
                    .contains(out.toString())
                    .containsAnyOf("is a directory. Give the name of a file", ". Choose another place.")
                    .doesNotContain(".part", "Exception");
        }
        CommandRun forge = run("forge", "--from", "2000-01-01", "--to", "2000-01-20", "--out", "/proc/none/x.bsp");
        assertThat(forge.status()).isEqualTo(ExitCodes.OTHER);
        assertThat(forge.err()).contains("/proc/none/x.bsp cannot be written: ").doesNotContain(".part", "Exception");
        CommandRun run = run(
                "excerpt",
                sky.toString(),
                "--bodies",
                "4",
                "--out",
                folder.resolve("one.bsp").toString());
        assertThat(run.out()).contains(" 1 segment, read back");
    }

    @Test
    void aFullDiskIsToldWithTheFileTheReasonAndACureAndADeviceStaysADevice() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device), "no device that is always full here");
        // Through a link, so that a fault here would replace the link and not the device of the user.
        Path full = Files.createSymbolicLink(folder.resolve("full"), device);
        CommandRun series =
                run("diff", sky.toString(), still.toString(), "--targets", "4", "--step", "90d", "--csv", full + "");
        assertThat(series.status()).isEqualTo(ExitCodes.OTHER);
        assertThat(series.err())
                .contains(full + " cannot be written: no space left on device. Make room, or choose another place.");
        CommandRun kernel = run("excerpt", sky.toString(), "--bodies", "4", "--out", full.toString());
        assertThat(kernel.status()).isEqualTo(ExitCodes.OTHER);
        assertThat(kernel.err()).contains(full + " cannot be written: it is not a regular file.");
        assertThat(full).isSymbolicLink();
        assertThat(folder.resolve("full.part")).doesNotExist();
    }

    @Test
    void bodiesAskedForThatAreNotThereAreNamed() throws IOException {
        Path out = folder.resolve("cut.bsp");
        CommandRun cut = run("excerpt", sky.toString(), "--bodies", "4,599", "--out", out.toString(), "--json");
        assertThat(cut.err()).contains("absent: 599 ");
        assertThat(cut.json().get("absent")).singleElement().hasToString("599");
        CommandRun merge = run("merge", sky + "", still + "", "--bodies", "4,599", "--out", out.toString(), "--json");
        assertThat(merge.err()).contains("absent: 599 ");
        assertThat(merge.json().get("absent")).singleElement().hasToString("599");
        CommandRun diff =
                run("diff", sky.toString(), still.toString(), "--targets", "4,MOON", "--step", "90d", "--json");
        assertThat(diff.err()).contains("absent: 301 Moon");
        assertThat(diff.json().get("absent")).singleElement().hasToString("301");
        assertThat(diff.json().get("bodies")).hasSize(1);
    }

    @Test
    void briefByTimeIsInTheOrderOfTime() throws IOException {
        JsonNode lines = run("brief", "--by", "time", "--json", still.toString(), sky.toString())
                .json();
        assertThat(lines.findValues("start").stream().map(JsonNode::asDouble)).isSorted();
    }

    @Test
    void briefAtADateTellsWhoAnswersThen() throws IOException {
        JsonNode lines = run("brief", "--at", "2001-06-01", "--json", sky.toString(), still.toString())
                .json();
        assertThat(lines).hasSize(6);
        assertThat(lines.valueStream().filter(n -> n.get("body").asInt() == 4))
                .singleElement()
                .satisfies(n -> assertThat(n.get("kernel").asText()).endsWith("still.bsp"));
        assertThat(run("brief", "--at", "2050", sky.toString()).out()).contains("No body has data at 2050-01-01");
        assertThat(run("brief", "--at", "2001-13", sky.toString()).status()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void aMetaKernelIsTakenWhereverAKernelIs() throws IOException {
        Path meta = Files.writeString(
                folder.resolve("set.tm"),
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ( 'sky.bsp' 'naif0012.tls' 'still.bsp' )\n");
        CommandRun brief = run("brief", meta.toString());
        assertThat(brief.out()).contains("sky.bsp", "still.bsp");
        assertThat(brief.err()).contains("set.tm: not used: naif0012.tls");
        CommandRun state = run("state", "-k", meta.toString(), "--target", "4", "--date", "2001-06-01");
        assertThat(state.out()).contains("x  0.0 km");
        assertThat(run("comment", meta.toString()).out()).contains("Circles, for tests.");
        assertThat(run("diff", meta.toString(), sky.toString(), "--targets", "4")
                        .out())
                .contains("4 Mars");
    }

    @Test
    void anExcerptIsWrittenReadBackAndNeverOverItsSource() throws IOException {
        Path out = folder.resolve("cut.bsp");
        CommandRun run = run(
                "excerpt",
                sky.toString(),
                "--bodies",
                "MOON",
                "--from",
                "2000-06-01",
                "--to",
                "2000-07-01",
                "--out",
                out.toString(),
                "--json");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.json().get("segments").asInt()).as("301 and 3").isEqualTo(2);
        assertThat(run("comment", out.toString()).out()).contains("Excerpt of sky.bsp", "Circles, for tests.");
        CommandRun over = run("excerpt", sky.toString(), "--out", sky.toString());
        assertThat(over.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(over.err()).contains("source itself");
        assertThat(run("excerpt", sky.toString(), "--bodies", "599", "--out", out.toString())
                        .err())
                .contains("The kernel would be empty");
        assertThat(run("excerpt", sky.toString(), "--from", "2002", "--to", "2001", "--out", out.toString())
                        .status())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void mergeKeepsTheOrderAndConvertTurnsTheBytes() throws IOException {
        Path merged = folder.resolve("merged.bsp");
        assertThat(run("merge", sky.toString(), still.toString(), "--out", merged.toString())
                        .out())
                .contains("7 segments", "identical bit for bit");
        assertThat(run("state", "-k", merged.toString(), "--target", "4", "--date", "2001-06-01")
                        .out())
                .contains("x  0.0 km");
        Path turned = folder.resolve("turned.bsp");
        assertThat(run("convert", merged.toString(), "--out", turned.toString()).status())
                .isZero();
        assertThat(run("brief", "--json", turned.toString())
                        .json()
                        .at("/0/byteOrder")
                        .asText())
                .isEqualTo("big-endian");
        assertThat(run("diff", merged.toString(), turned.toString(), "--json").json().findValues("max_km").stream()
                        .map(JsonNode::asDouble))
                .allMatch(km -> km == 0);
    }

    @Test
    void diffTellsItsStatisticsAndWritesASeries() throws IOException {
        Path csv = folder.resolve("diff.csv");
        CommandRun run = run(
                "diff",
                sky.toString(),
                still.toString(),
                "--targets",
                "4",
                "--csv",
                csv.toString(),
                "--json",
                "--from",
                "2001-03-01",
                "--to",
                "2001-04-01");
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode mars = run.json().at("/bodies/0");
        assertThat(mars.get("epochs").asInt()).isEqualTo(32);
        assertThat(mars.get("median_km").asDouble())
                .isBetween(1e8, mars.get("p95_km").asDouble());
        assertThat(mars.get("p95_km").asDouble())
                .isLessThanOrEqualTo(mars.get("max_km").asDouble());
        assertThat(mars.get("max_km_s").asDouble()).isBetween(20.0, 30.0);
        assertThat(Files.readAllLines(csv)).hasSize(1001).first().isEqualTo("target,center,et,km,mas");
        assertThat(run("diff", sky.toString(), still.toString()).out()).contains("barycenter itself moves");

        // Directions are those of the first kernel's motion; a body at rest has none.
        CommandRun parts = run(
                "diff",
                sky.toString(),
                still.toString(),
                "--targets",
                "4,0",
                "--frame",
                "rtn",
                "--csv",
                csv.toString());
        assertThat(parts.out())
                .contains("B minus A along the directions of A's motion about Solar system barycenter (0)");
        assertThat(parts.err()).contains("It is the center itself, so it does not move.");
        assertThat(Files.readAllLines(csv)).first().isEqualTo("target,center,et,km,mas,radial,along,cross");
        assertThat(run("diff", still.toString(), sky.toString(), "--targets", "4", "--frame", "rtn")
                        .out())
                .containsPattern("Mars \\(barycenter\\): at (\\d+) of \\1 epochs A is at rest relative to "
                        + "the center, or moves straight");
        assertThat(run("diff", sky.toString(), still.toString(), "--frame", "km")
                        .err())
                .contains("--frame km: only rtn is possible.");
    }

    @Test
    void fetchTakesAnyBaseAndSaysPlainlyWhatIsWrong() throws IOException {
        try (FileServer server = new FileServer()) {
            server.put("planets/de440s.bsp", Files.readAllBytes(sky));
            server.cutAfter(50_000);
            String data = System.getProperty("orrery.data", "");
            System.setProperty("orrery.data", folder.resolve("data").toString());
            try {
                CommandRun run = run(
                        "fetch",
                        "de440s",
                        "--base",
                        server.base().toString(),
                        "--dir",
                        folder.resolve("in").toString(),
                        "--json");
                assertThat(run.status()).as(run.err()).isZero();
                assertThat(run.json().at("/0/sha256").asText()).hasSize(64);
                assertThat(Files.readAllBytes(folder.resolve("in/de440s.bsp"))).isEqualTo(Files.readAllBytes(sky));
                CommandRun none =
                        run("fetch", "x/y.bsp", "--base", server.base().toString(), "--dir", folder.toString());
                assertThat(none.status()).isEqualTo(ExitCodes.OTHER);
                assertThat(none.err()).contains("404").hasLineCount(1);
                CommandRun some =
                        run("fetch", "x/y.bsp", "de440s", "--base", server.base() + "", "--dir", folder + "", "--json");
                assertThat(some.status()).isEqualTo(ExitCodes.OTHER);
                assertThat(some.json().at("/0/error").asText()).contains("404");
                assertThat(some.json().at("/1/sha256").asText()).hasSize(64);
                Path file = Files.writeString(folder.resolve("file"), "no folder");
                CommandRun place = run("fetch", "de440s", "--base", server.base() + "", "--dir", file.toString());
                assertThat(place.err())
                        .contains(
                                file + "/de440s.bsp cannot be written", "is a file, no folder. Choose another place.");
            } finally {
                System.setProperty("orrery.data", data);
            }
        }
    }

    @Test
    void whatAKilledRunLeftIsSaidBesideWhatIsMadeAndRemovedWhenAskedFor() throws IOException {
        Path left = Files.write(folder.resolve(".made.bsp.999999999-1-1.part"), new byte[1234]);
        CommandRun made = run(
                "convert", sky.toString(), "--out", folder.resolve("other.bsp").toString());
        assertThat(made.err()).contains(left + ", 1,234 bytes, of made.bsp", "orrery leftovers --remove " + folder);
        CommandRun listed = run("leftovers", folder.toString(), "--json");
        assertThat(listed.json().findValuesAsText("path")).containsExactly(left.toString());
        assertThat(left).exists();
        assertThat(run("leftovers", "--remove", folder.toString()).out()).contains("removed");
        assertThat(left).doesNotExist();
        assertThat(run("leftovers", folder.toString()).out()).contains("There are no leftovers.");
    }

    @Test
    void theCatalogueAsksNoServer() throws IOException {
        JsonNode all =
                run("catalogue", "--json", "--base", "http://localhost:9/").json();
        assertThat(all.findValuesAsText("name")).contains("de440s", "de440", "de421", "de430", "jup365");
        assertThat(all.at("/0/address").asText()).startsWith("http://localhost:9/planets/");
        assertThat(run("catalogue").out()).contains("de440s", "1849 to 2150");
    }

    @Test
    void completionKnowsEveryCommand() {
        String script = run("completion").out();
        assertThat(script).startsWith("#!/usr/bin/env bash").contains("_complete_orrery", "excerpt", "--bodies");
        assertThat(script).as("values").contains("\"de440s\" \"de440\"", "\"LT+S\"");
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(args);
    }
}
