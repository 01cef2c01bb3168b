package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ephemeris.TextFacts;
import orrery.testing.SmallSky;

/** Text kernels and binary PCKs given to the commands: used, or reported. */
class TextKernelCommandsTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("orrery.basedir", "."), "src/test/resources/orrery/frames");

    @TempDir
    private Path folder = Path.of("");

    private String sky = "";
    private String names = "";

    @BeforeEach
    void write() throws IOException {
        sky = SmallSky.write(folder.resolve("sky.bsp")).toString();
        names = text("names.tf", "NAIF_BODY_NAME = 'RED PLANET' NAIF_BODY_CODE = 4 BODY499_RADII = ( 3 2 1 )");
    }

    @AfterEach
    void forget() {
        TextFacts.forget();
    }

    private String text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), "KPL/FK\n\\begindata\n" + text + "\n")
                .toString();
    }

    private static String resource(String name) {
        return RESOURCES.resolve(name).toString();
    }

    @Test
    void briefTellsWhatTheyHold() throws IOException {
        CommandRun run = CommandRun.of("brief", names, resource("turning.bpc"), resource("turning.tf"));
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("frame kernel", "names: RED PLANET (4)", "radii of Mars", "binary PCK", "frame MADE_MOON")
                .contains("orientation of ITRF93, 2000-01-01 TDB to 2000-01-21 TDB");
        CommandRun json = CommandRun.of("brief", "--json", names, sky);
        assertThat(json.json().get(0).get("kind").asText()).isEqualTo("frame kernel");
        assertThat(json.json().get(1).get("segments")).isNotEmpty();
        assertThat(CommandRun.of("brief", "--by", "body", names, sky).out())
                .as("names hold for what is listed beside")
                .contains("RED PLANET");
    }

    @Test
    void loadedNamesResolve() {
        CommandRun run = CommandRun.of("state", "-k", sky, "-k", names, "--target", "red planet", "--et", "0");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("RED PLANET (4) relative to");
        assertThat(CommandRun.of("diff", sky, sky, "-k", names, "--targets", "Red Planet", "--step", "100d")
                        .out())
                .contains("4 RED PLANET");
        String made = folder.resolve("made.bsp").toString();
        CommandRun excerpt = CommandRun.of("excerpt", sky, "-k", names, "--bodies", "red planet", "--out", made);
        assertThat(excerpt.status()).as(excerpt.err()).isZero();
        CommandRun merge = CommandRun.of(
                "merge",
                sky,
                names,
                "--bodies",
                "red planet",
                "--out",
                folder.resolve("m.bsp").toString());
        assertThat(merge.status()).as(merge.err()).isZero();
        assertThat(merge.err())
                .contains("names.tf: a text kernel, used for names and dates; it does not go into the output.");
        CommandRun after = CommandRun.of("state", "-k", sky, "--target", "red planet", "--et", "0");
        assertThat(after.status()).as("gone with its command").isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void leapSecondsOfAKernelMakeUtcAndAreSaid() throws IOException {
        String leaps = text("late.tls", "DELTET/DELTA_AT = ( 10, @1972-JAN-1, 40, @1999-JAN-1 )");
        String[] command = {"state", "-k", sky, "--json", "--target", "10", "--date", "2000-01-02 UTC"};
        double built = et(CommandRun.of(command));
        String[] loaded = {"state", "-k", sky, "-k", leaps, "--json", "--target", "10", "--date", "2000-01-02 UTC"};
        CommandRun run = CommandRun.of(loaded);
        // In 8 s TDB gains up to 2.7e-9 s on TT.
        assertThat(et(run)).isCloseTo(built + 8, within(1e-8));
        assertThat(run.json().get("leapSeconds").asText()).isEqualTo("late.tls");
        assertThat(CommandRun.of("state", "-k", sky, "-k", leaps, "--target", "10", "--et", "0")
                        .out())
                .endsWith("leap seconds late.tls\n");
    }

    private static double et(CommandRun run) {
        assertThat(run.status()).as(run.err()).isZero();
        try {
            return run.json().get("et").asDouble();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBinaryPckTurnsFrames() {
        CommandRun run = CommandRun.of(
                "frame", "-k", resource("turning.bpc"), "-k", resource("turning.tf"), "--from", "ITRF93", "--et", "10");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("ITRF93: turning.bpc\n");
    }

    @Test
    void whatIsNoUseIsToldAndACkIsToldToBeOne() throws IOException {
        Path ck = Files.writeString(folder.resolve("x.bc"), "DAF/CK  " + " ".repeat(1100));
        for (String[] command : new String[][] {
            {
                "excerpt",
                sky,
                "-k",
                ck.toString(),
                "--out",
                folder.resolve("e.bsp").toString()
            },
            {"diff", sky, sky, "-k", ck.toString()},
            {"state", "-k", sky, "-k", ck.toString(), "--target", "10", "--et", "0"},
            {"brief", ck.toString()},
            {"convert", ck.toString(), "--out", folder.resolve("c.bsp").toString()},
        }) {
            CommandRun run = CommandRun.of(command);
            assertThat(run.status()).as(String.join(" ", command)).isEqualTo(ExitCodes.KERNEL);
            assertThat(run.err()).contains("x.bc is a CK (spacecraft attitude) kernel");
        }
        CommandRun spk = CommandRun.of("diff", sky, sky, "-k", sky);
        assertThat(spk.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(spk.err()).contains("is an SPK; name it without -k");
        CommandRun text =
                CommandRun.of("convert", names, "--out", folder.resolve("c.bsp").toString());
        assertThat(text.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(text.err()).contains("is a SPICE text kernel (KPL/FK), not an SPK");
        CommandRun wrong = CommandRun.of(
                "state", "-k", sky, "-k", text("bad.tf", "BODY499_RADII = 7"), "--target", "10", "--et", "0");
        assertThat(wrong.status()).isEqualTo(ExitCodes.KERNEL);
        assertThat(wrong.err()).contains("bad.tf, line 3: BODY499_RADII is the number 7; 3 numbers expected");
    }
}
