package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.cli.SnapshotRenderer;
import orrery.cli.SnapshotRenderer.NotHeldException;
import orrery.files.Digest;
import orrery.testing.SmallSky;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.ViewLink;

/** A link that is drawn without a user is drawn from what it names, or refused. */
class LinkKernelsTest {
    private static final String ABSENT = "0".repeat(64);

    @TempDir
    private Path folder;

    private Path sky = Path.of("");

    @BeforeEach
    void kernels() throws IOException {
        sky = SmallSky.write(folder.resolve("sky.bsp"));
    }

    private static ViewLink link(String more) throws LinkFormatException {
        return ViewLink.parse("orrery:view?date=2004-01-01&focus=10&chosen=399" + more);
    }

    @Test
    void aKernelIsToldByItsBytes() throws IOException {
        ViewLink named = link("&kernel=other.bsp@" + Digest.of(sky));
        assertThat(LinkKernels.of(List.of(named), List.of(sky), new KernelSums()))
                .containsExactly(sky);
        Path other = SmallSky.shifted(folder.resolve("other.bsp"), SmallSky.START, SmallSky.END, 1);
        assertThatExceptionOfType(NotHeldException.class)
                .isThrownBy(() -> LinkKernels.of(List.of(named), List.of(other), new KernelSums()))
                .withMessageContaining("other.bsp (SHA-256")
                .withMessageContaining("Give it with -k");
    }

    @Test
    void withoutKernelsGivenALinksOwnAreFoundOrItIsRefused() throws IOException {
        List<Path> own = LinkKernels.of(List.of(link("")), List.of(), new KernelSums());
        assertThat(own).hasSize(1);
        String shipped = "&kernel=shipped.bsp@" + Digest.of(own.getFirst());
        assertThat(LinkKernels.of(List.of(link(""), link(shipped)), List.of(), new KernelSums()))
                .isEqualTo(own);
        assertThatThrownBy(() -> LinkKernels.of(
                        List.of(link(shipped), link("&kernel=gone.bsp@" + ABSENT)), List.of(), new KernelSums()))
                .isInstanceOf(NotHeldException.class)
                .hasMessageContaining("gone.bsp");
        assertThatThrownBy(() -> LinkKernels.of(List.of(link("&kernel=%00@" + ABSENT)), List.of(), new KernelSums()))
                .isInstanceOf(NotHeldException.class);
    }

    @Test
    void noPictureIsDrawnOfWhatTheKernelsDoNotHold() throws IOException {
        for (String lack : List.of("&focus=-99999", "&chosen=20000001", "&center=599", "&kernel=gone.bsp@" + ABSENT)) {
            Path picture = folder.resolve("p.png");
            assertThatExceptionOfType(NotHeldException.class)
                    .as(lack)
                    .isThrownBy(() ->
                            new Offscreen().write(request(picture, link(lack).format())));
            assertThat(Files.exists(picture)).isFalse();
        }
    }

    private SnapshotRenderer.Request request(Path picture, String link) {
        return new SnapshotRenderer.Request(
                picture,
                300,
                200,
                OptionalDouble.empty(),
                false,
                List.of(sky),
                SnapshotRenderer.Tab.NONE,
                "J2000",
                new SnapshotRenderer.Look(
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.of(link),
                        true));
    }
}
