package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.TextFacts;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.service.SkyService;
import orrery.spk.Progress;

/** A kernel made from a file calls the body by the file's name, wherever it is loaded and only while it is. */
class ImportedNamesTest {
    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void forget() {
        TextFacts.forget();
    }

    private Path imported(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Path out = folder.resolve(name + ".bsp");
        try (Import read = Import.of(
                List.of(file),
                ImportOptions.NONE.with(new OrbitOptions(Optional.empty(), 0, 1e7, true, List.of(), 2, 1e-3)),
                Progress.NONE)) {
            read.write(out, Progress.NONE);
        }
        return out;
    }

    private void load(Path... kernels) {
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernels))) {
            TextFacts.adopt(pool);
        }
    }

    private Path commented(String comment) throws IOException {
        Path file = folder.resolve("commented.bsp");
        SpkWriter.littleEndian()
                .comment(comment)
                .add(ChebyshevLayout.zero(-777, 0, 1, 0, 1e6, "Somebody"))
                .write(file);
        return file;
    }

    @Test
    void namesOfEveryFormatComeAlong() throws IOException {
        Path oem = imported("oem.txt", """
                CCSDS_OEM_VERS = 2.0
                CREATION_DATE = 2026-11-01T00:00:00
                ORIGINATOR = US
                META_START
                OBJECT_NAME = Pathfinder's friend
                OBJECT_ID = 2031-007A
                CENTER_NAME = EARTH
                REF_FRAME = EME2000
                TIME_SYSTEM = TDB
                START_TIME = 2031-01-01T00:00:00
                STOP_TIME = 2031-01-01T00:02:00
                META_STOP
                2031-01-01T00:00:00 7000 0 0 0 7.5 0
                2031-01-01T00:01:00 6985 450 0 -0.5 7.48 0
                2031-01-01T00:02:00 6940 897 0 -1.0 7.43 0
                """);
        Path tle = imported("tle.txt", """
                0 OBJECT NOBODY KNOWS
                1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
                2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
                """);
        Path mpc = imported(
                "mpc.txt",
                "K23A12B  3.34  0.15 K2669 274.41935   73.29420   80.24863   10.58803  0.0796923"
                        + "  0.21430445   2.7655526  0 MPO980521  7297 126 1801-2026 0.83 M-v 30k Veres      4000     "
                        + " 2023 AB12              20260103\n");
        Path horizons = imported("horizons.txt", """
                Target body name: Pebble (2031 QX)                {source: none}
                Center body name: Sun (10)                        {source: DE441}
                Output units    : KM-S
                Reference frame : ICRF
                $$SOE
                2462502.500000000 = A.D. 2030-Jan-01 00:00:00.0000 TDB
                 X = 1.0E+08 Y = 0.0E+00 Z = 0.0E+00
                 VX= 0.0E+00 VY= 3.0E+01 VZ= 0.0E+00
                2462503.500000000 = A.D. 2030-Jan-02 00:00:00.0000 TDB
                 X = 1.0E+08 Y = 2.6E+06 Z = 0.0E+00
                 VX= -1.0E-01 VY= 3.0E+01 VZ= 0.0E+00
                $$EOE
                """);
        load(oem, tle, mpc, horizons);
        for (String name : List.of("Pathfinder's friend", "OBJECT NOBODY KNOWS", "2023 AB12", "Pebble (2031 QX)")) {
            assertThat(Bodies.find(name)).as(name).isPresent();
            assertThat(Bodies.name(Bodies.find(name).getAsInt())).isEqualTo(name);
        }
        assertThat(Bodies.find("pathfinder's  FRIEND").getAsInt()).isEqualTo(-203100701);
        assertThat(Bodies.find("OBJECT NOBODY KNOWS").getAsInt()).isEqualTo(-125544);
        TextFacts.forget();
        assertThat(Bodies.find("2023 AB12")).isEmpty();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(tle)).join();
            assertThat(Bodies.name(-125544)).isEqualTo("OBJECT NOBODY KNOWS");
        }
    }

    @Test
    void aCommentNamesOnlyWhatNothingElseNames() throws IOException {
        load(commented("""
                \\begindata
                NAIF_BODY_NAME = ( 'Home', 'MARS', 'Somebody', 'Somebody else' )
                NAIF_BODY_CODE = ( 399, -778, -777, -776 )
                \\begintext
                """));
        assertThat(Bodies.name(399)).isEqualTo("Earth");
        assertThat(Bodies.find("Home")).isEmpty();
        assertThat(Bodies.find("Mars")).hasValue(499);
        assertThat(Bodies.name(-778)).isEqualTo("-778");
        assertThat(Bodies.name(-777)).isEqualTo("Somebody");
        Path text = Files.writeString(
                folder.resolve("names.tf"), "KPL/FK\n\\begindata\nNAIF_BODY_NAME += 'Rover'\nNAIF_BODY_CODE += -777\n");
        try (KernelPool pool =
                orrery.frames.PoolFiles.open(new KernelRegistry(), List.of(text, folder.resolve("commented.bsp")))) {
            TextFacts.adopt(pool);
        }
        assertThat(Bodies.name(-777)).isEqualTo("Rover");
        assertThat(Bodies.name(-776)).isEqualTo("Somebody else");
    }

    @Test
    void whatIsUnsoundInACommentIsPassedOver() throws IOException {
        load(commented("""
                As \\begindata says:
                \\begindata
                NAIF_BODY_NAME = ( 'Never closed'
                \\begintext
                \\begindata
                NAIF_BODY_NAME = ( 'One', 'Two' )
                NAIF_BODY_CODE = ( -5 )
                \\begintext
                \\begindata
                INPUT_DATA_TYPE = 'STATES'
                INPUT_DATA_TYPE += 7
                NAIF_BODY_NAME = '%s'
                NAIF_BODY_CODE = -6
                \\begintext
                \\begindata
                NAIF_BODY_NAME += 'Right'
                NAIF_BODY_CODE += -777
                """.formatted("x".repeat(60))));
        assertThat(Bodies.name(-777)).isEqualTo("Right");
        assertThat(Bodies.name(-6)).isEqualTo("Pioneer 6");
        assertThat(Bodies.find("One")).isEmpty();
    }
}
