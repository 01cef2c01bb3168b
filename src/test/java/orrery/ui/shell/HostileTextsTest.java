package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.frames.FrameSystem;
import orrery.frames.KernelNames;
import orrery.frames.KernelVariables;
import orrery.frames.ReferenceFrame;
import orrery.frames.TextKernel;
import orrery.library.KernelList;
import orrery.library.MetaKernelException;
import orrery.spk.KernelException;
import orrery.testing.TextMutants;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.ViewLink;
import orrery.ui.tour.ShippedTours;
import orrery.ui.tour.TourFile;
import orrery.ui.tour.TourFormatException;

/**
 * Links, settings, text kernels and tours come from anywhere and may contain anything: each is read, or refused with a
 * typed message. {@code HostileLedgersTest} does the same for ledgers.
 */
class HostileTextsTest {
    private static final int J2000 = 1;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    private static final String LINK =
            "orrery:view?date=2026-11-28T12:00:00.5 TDB&focus=399&at=1.5,-2e3,0&yaw=0.25&pitch=-1"
                    + "&km=1.5e8&parallel=1&frame=pair,10,399&scale=logarithmic&center=10&chosen=301&kernel=a%20b.bsp@"
                    + "0123456789abcdef".repeat(4);
    private static final Map<String, String> SETTINGS = Map.of(
            "theme", "LIGHT", "zoom", "1.25", "trail", "0.5", "panel", "kernels", "rate", "86400", "labels", "true");
    private static final String META = """
        KPL/MK
        \\begindata
        PATH_VALUES = ( '/data/josé', 'here' )
        PATH_SYMBOLS = ( 'A', 'B' )
        KERNELS_TO_LOAD = ( '$A/de440.bsp',
          '$B/mission+',
          'x.bsp' )
        N = ( 1, 2.5D3, @2026-JAN-01 )
        KERNELS_TO_LOAD += 'naif0012.tls'
        \\begintext
        words
        """;

    private static final String TEXT_KERNEL = """
        KPL/FK
        Words of the mission.
        \\begindata
        NAIF_BODY_NAME += ( 'ORBITER' )
        NAIF_BODY_CODE += ( -555 )
        FRAME_MISSION = 1555001
        FRAME_1555001_NAME = 'MISSION'
        FRAME_1555001_CLASS = 4
        FRAME_1555001_CLASS_ID = 1555001
        FRAME_1555001_CENTER = 399
        TKFRAME_1555001_SPEC = 'ANGLES'
        TKFRAME_1555001_RELATIVE = 'J2000'
        TKFRAME_1555001_ANGLES = ( 10.0, 20.0D0, -30 )
        TKFRAME_1555001_AXES = ( 3, 2, 1 )
        TKFRAME_1555001_UNITS = 'DEGREES'
        BODY399_RADII = ( 6378.1366 6378.1366 6356.7519 )
        BODY399_POLE_RA = ( 0.0 -0.641 0.0 )
        BODY399_POLE_DEC = ( 90.0 -0.557 0.0 )
        BODY399_PM = ( 190.147 360.9856235 0.0 )
        BODY3_NUT_PREC_ANGLES = ( 125.045 -1935.5364525 )
        BODY399_NUT_PREC_RA = ( -3.8787 )
        DELTET/DELTA_T_A = 32.184
        DELTET/K = 1.657D-3
        DELTET/EB = 1.671D-2
        DELTET/M = ( 6.239996D0 1.99096871D-7 )
        DELTET/DELTA_AT = ( 10, @1972-JAN-1 11, @1972-JUL-1 37, @2017-JAN-1 )
        \\begintext
        """;

    @TempDir
    private Path folder;

    @Test
    void aLinkIsReadOrRefused() {
        links(FEW);
    }

    @Test
    void settingsAreReadOrAsAtTheFirstStart() throws IOException {
        settings(FEW);
    }

    @Test
    void aMetaKernelIsReadOrRefused() throws IOException {
        metaKernels(FEW);
    }

    @Test
    void aTextKernelIsReadAndUsedOrRefused() {
        textKernels(FEW);
    }

    @Test
    void aTourIsReadOrRefused() throws IOException {
        tours(FEW);
    }

    @Test
    @Tag("long")
    void aHundredThousandOfEach() throws IOException {
        links(MANY);
        settings(MANY);
        metaKernels(MANY);
        textKernels(MANY);
        tours(MANY);
    }

    private static void links(int count) {
        KernelSums sums = new KernelSums();
        int read = 0;
        for (int seed = 0; seed < count; seed++) {
            String text =
                    new String(TextMutants.of(LINK.getBytes(StandardCharsets.UTF_8), seed), StandardCharsets.UTF_8);
            try {
                ViewLink link = ViewLink.parse(text);
                assertThat(ViewLink.parse(link.format()))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(link);
                for (ViewLink.Kernel kernel : link.kernels()) {
                    assertThat(sums.find(kernel, List.of(Path.of("here.bsp")))).isEqualTo(Optional.empty());
                }
                read++;
            } catch (LinkFormatException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(read).as("links that were read").isGreaterThan(count / 20);
    }

    private void settings(int count) throws IOException {
        Path file = folder.resolve("settings.properties");
        Settings.of(SETTINGS).save(file);
        byte[] sound = Files.readAllBytes(file);
        int read = 0;
        for (int seed = 0; seed < count; seed++) {
            Files.write(file, TextMutants.of(sound, seed));
            try {
                Settings settings = Settings.read(file);
                assertThat(settings.number("zoom", 0.8, 2, 1)).isBetween(0.8, 2.0);
                assertThat(settings.get("theme", Theme::valueOf, Theme.DARK)).isNotNull();
                read += settings.equals(Settings.none()) ? 0 : 1;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(read).as("settings that were read").isGreaterThan(count / 20);
    }

    private void metaKernels(int count) throws IOException {
        Path file = folder.resolve("set.tm");
        int read = 0;
        for (int seed = 0; seed < count; seed++) {
            Files.write(file, TextMutants.of(META.getBytes(StandardCharsets.UTF_8), seed));
            try {
                KernelList list = KernelList.of(List.of(file));
                assertThat(list.kernels()).as("seed %d", seed).isNotNull();
                read++;
            } catch (MetaKernelException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank().endsWith(".");
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "seed " + seed + ": " + Files.readString(file, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(read).as("meta-kernels that were read").isGreaterThan(count / 20);
    }

    private static void textKernels(int count) {
        byte[] sound = TEXT_KERNEL.getBytes(StandardCharsets.UTF_8);
        int used = 0;
        for (int seed = 0; seed < count; seed++) {
            String text = new String(TextMutants.of(sound, seed), StandardCharsets.UTF_8);
            try {
                TextKernel kernel = TextKernel.parse(Path.of("mission.tf"), text);
                KernelVariables variables = KernelVariables.of(List.of(kernel));
                var _ = variables.leapSeconds();
                KernelNames names = KernelNames.of(variables);
                FrameSystem frames = FrameSystem.of(List.of(kernel), names::id);
                double[] rotation = new double[18];
                for (ReferenceFrame frame : frames.offered()) {
                    var _ = frames.reasonAgainst(frame.id(), 1e8);
                    try {
                        frames.rotation(frame.id(), J2000, 1e8, rotation);
                        assertThat(DoubleStream.of(rotation).allMatch(Double::isFinite))
                                .as("seed %d, %s: %s", seed, frame, text)
                                .isTrue();
                    } catch (KernelException e) {
                        assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
                    }
                }
                used++;
            } catch (KernelException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank().endsWith(".");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(used).as("text kernels that were used").isGreaterThan(count / 20);
    }

    private static void tours(int count) throws IOException {
        byte[] sound = TourFile.format(ShippedTours.read("proof")).getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int seed = 0; seed < count; seed++) {
            try {
                TourFile.read(new ByteArrayInputStream(TextMutants.of(sound, seed)), "a.tour");
                read++;
            } catch (TourFormatException e) {
                assertThat(e.getMessage())
                        .as("seed %d", seed)
                        .startsWith("a.tour, line ")
                        .endsWith(".");
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(read).as("tours that were read").isGreaterThan(count / 20);
    }
}
