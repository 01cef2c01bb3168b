package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.testing.SmallSky;

class MetaKernelTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("set.tm"), text);
    }

    @Test
    void symbolsContinuationsAndAppendingAreReadAsSpiceReadsThem() throws IOException {
        Path file = write("""
            KPL/MK
            KERNELS_TO_LOAD = ( 'not this: it is text' )
               \\begindata
            PATH_VALUES  = ( '/a/very/+',
                             'long/path' '/short' )
            PATH_SYMBOLS = ( 'K', 'KER' )
            KERNELS_TO_LOAD = ( '$KER/one.bsp', '$K/t+' 'wo.bsp'
                                '/it''s/three.bsp' )
            SIZE = 3
            WHEN = @2026-JAN-01
            \\begintext
               and on
            \\begindata
            KERNELS_TO_LOAD += 'four.bsp'
            """);
        assertThat(MetaKernel.read(file).kernels())
                .containsExactly(
                        Path.of("/short/one.bsp"),
                        Path.of("/a/very/long/path/two.bsp"),
                        Path.of("/it's/three.bsp"),
                        Path.of("four.bsp").toAbsolutePath());
    }

    @Test
    void itsSpksLoadInOrderAndWhatIsNotUsedIsListed() throws IOException {
        Path one = SmallSky.write(folder.resolve("one.bsp"));
        Path two = SmallSky.write(folder.resolve("two.spk"));
        Files.writeString(folder.resolve("naif0012.tls"), "KPL/LSK\n\\begindata\nDELTET/DELTA_T_A = 32.184\n");
        Files.writeString(folder.resolve("inner.tm"), "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = 'one.bsp'\n");
        Path file = write("""
            KPL/MK
            \\begindata
            KERNELS_TO_LOAD = ( 'two.spk' 'naif0012.tls' 'gone.bc' 'inner.tm' 'one.bsp' 'gone.bsp' )
            """);
        KernelList list = KernelList.of(List.of(one, file));
        assertThat(list.kernels().subList(0, 3)).containsExactly(one, two, one);
        assertThat(list.kernels().get(3)).as("a missing SPK is not passed over").hasFileName("gone.bsp");
        assertThat(list.texts()).singleElement().satisfies(t -> assertThat(t).hasFileName("naif0012.tls"));
        assertThat(list.unused())
                .extracting(KernelList.UnusedFile::toString)
                .satisfiesExactly(
                        s -> assertThat(s).contains("gone.bc", "missing"),
                        s -> assertThat(s).contains("inner.tm", "does not nest"));
    }

    @Test
    void namesAreReadAsUtf8AndWhereTheyAreNotThatAsLatin1() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("letters in names of files")
                .isEqualTo("UTF-8");
        Path home = Files.createDirectories(folder.resolve("josé/火星"));
        Path one = SmallSky.write(home.resolve("ü.bsp"));
        String text =
                "KPL/MK\n\\begindata\nPATH_SYMBOLS = 'K'\nPATH_VALUES = ( '%s' )\nKERNELS_TO_LOAD = ( '$K/ü.bsp' )\n";
        Path utf8 = write(text.replace("%s", home.toString()));
        assertThat(KernelList.of(List.of(utf8)).kernels()).containsExactly(one);
        Path old = SmallSky.write(folder.resolve("ü.bsp"));
        Path latin1 = Files.write(
                folder.resolve("latin1.tm"),
                text.replace("%s", folder.toString()).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(KernelList.of(List.of(latin1)).kernels()).containsExactly(old);
    }

    @Test
    void wherePositionsAloneAreOfUseTheRestIsSaidOrRefused() throws IOException {
        Path one = SmallSky.write(folder.resolve("one.bsp"));
        Path text = Files.writeString(folder.resolve("mars.tpc"), "KPL/PCK\n\\begindata\nBODY499_GM = 42828.37\n");
        Path file = write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ( 'mars.tpc' 'one.bsp' )\n");
        KernelList named = KernelList.ofPositions(List.of(file));
        assertThat(named.kernels()).containsExactly(one);
        assertThat(named.unused())
                .singleElement()
                .satisfies(u -> assertThat(u.toString())
                        .isEqualTo("mars.tpc is a text kernel: constants, frames or clocks, no positions."));
        assertThat(KernelList.ofPositions(List.of(text)).kernels())
                .as("opening it says what it is")
                .containsExactly(text);
        Path none = write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = 'mars.tpc'\n");
        assertThatThrownBy(() -> KernelList.ofPositions(List.of(none))).hasMessageContaining("names no SPK kernel");
        assertThat(KernelList.of(List.of(none)).texts()).containsExactly(text);
    }

    @Test
    void whatBreaksTheRulesIsSaidWithItsLine() throws IOException {
        assertThatThrownBy(() -> MetaKernel.read(write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ( 'a.bsp'\n")))
                .hasMessageContaining("line 3")
                .hasMessageContaining(")");
        assertThatThrownBy(() -> MetaKernel.read(write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = 'a.bsp\n")))
                .hasMessageContaining("line 3")
                .hasMessageContaining("apostrophe");
        assertThatThrownBy(() -> MetaKernel.read(write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = '$X/a.bsp'\n")))
                .hasMessageContaining("PATH_SYMBOLS");
        assertThatThrownBy(() -> MetaKernel.read(write(
                        "KPL/MK\n\\begindata\nPATH_SYMBOLS = ('A' 'B')\nPATH_VALUES = 'x'\nKERNELS_TO_LOAD = 'a'\n")))
                .hasMessageContaining("2 PATH_SYMBOLS and 1 PATH_VALUES");
        assertThatThrownBy(() -> MetaKernel.read(write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ('a+')\n")))
                .hasMessageContaining("ends in +");
        assertThatThrownBy(() -> MetaKernel.read(write("KPL/MK\nnothing\n"))).hasMessageContaining("lists no kernels");
    }

    /** Four megabytes of text that stand for terabytes of names. */
    @Test
    void aBombIsRefusedWithItsLimit() throws IOException {
        String value = "'" + "x".repeat(1000) + "+'\n";
        Path bomb = write("KPL/MK\n\\begindata\nPATH_SYMBOLS = 'A'\nPATH_VALUES = (" + value.repeat(1000)
                + "'end')\nKERNELS_TO_LOAD = (" + "'$A'\n".repeat(5_000) + ")\n");
        assertThatThrownBy(() -> MetaKernel.read(bomb))
                .isInstanceOf(MetaKernelException.class)
                .hasMessageContaining("no system has names that long");
        Path many = write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = (" + "'a'\n".repeat(800_000) + ")\n");
        assertThatThrownBy(() -> MetaKernel.read(many))
                .isInstanceOf(MetaKernelException.class)
                .hasMessage("set.tm lists 800000 kernels; at most 5300 can be loaded at once. Split the meta-kernel.");
        Path nul = write("KPL/MK\n\\begindata\nKERNELS_TO_LOAD = 'a\0b.bsp'\n");
        assertThatThrownBy(() -> MetaKernel.read(nul))
                .isInstanceOf(MetaKernelException.class)
                .hasMessageContaining("there is a zero byte")
                .hasMessageNotContaining("\0");
        assertThat(Appraisal.of(bomb, new KernelRegistry()).condition()).isEqualTo(KernelCondition.NO_KERNEL);
    }
}
