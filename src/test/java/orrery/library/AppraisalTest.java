package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.testing.BrokenKernels;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;

class AppraisalTest {
    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();

    private Appraisal of(String name, byte[] bytes) throws IOException {
        return Appraisal.of(Files.write(folder.resolve(name), bytes), registry);
    }

    @Test
    void everyKindOfFileIsToldByItsContentWithItsCure() throws IOException {
        byte[] sound = Files.readAllBytes(SmallSky.write(folder.resolve("sound.dat")));
        Appraisal whole = Appraisal.of(folder.resolve("sound.dat"), registry);
        assertThat(whole.condition()).isEqualTo(KernelCondition.SOUND);
        assertThat(whole.reason()).isEmpty();
        assertThat(whole.contents().orElseThrow().targets()).containsExactly(3, 4, 5, 10, 301, 399);
        Appraisal cut = of("cut.bsp", Arrays.copyOf(sound, sound.length / 2));
        assertThat(cut.condition()).isEqualTo(KernelCondition.TRUNCATED);
        assertThat(cut.reason()).contains("cut short", "Fetch");
        assertThat(cut.usable()).as("what is left works").isTrue();
        Map<String, KernelCondition> texts = Map.of(
                "<!DOCTYPE html><html>",
                KernelCondition.WEB_PAGE,
                "version https://git-lfs.github.com/spec/v1\noid sha256:1",
                KernelCondition.LFS_POINTER,
                "KPL/LSK\n\\begindata\nX = what",
                KernelCondition.TEXT_KERNEL,
                "DAF/CK  " + " ".repeat(1100),
                KernelCondition.OTHER_DAF,
                "just a text",
                KernelCondition.NO_KERNEL,
                "",
                KernelCondition.NO_KERNEL);
        for (Map.Entry<String, KernelCondition> text : texts.entrySet()) {
            Appraisal appraisal = of("x.bsp", text.getKey().getBytes(StandardCharsets.UTF_8));
            assertThat(appraisal.condition()).as(text.getKey()).isEqualTo(text.getValue());
            assertThat(appraisal.reason()).as(text.getKey()).isNotEmpty().endsWith(".");
            assertThat(appraisal.contents()).isEmpty();
        }
        assertThat(Appraisal.of(folder.resolve("nowhere.bsp"), registry).condition())
                .isEqualTo(KernelCondition.MISSING);
        assertThat(Appraisal.of(folder, registry).condition()).isEqualTo(KernelCondition.MISSING);
        assertThat(registry.mappings()).as("nothing stays open").isEmpty();
    }

    @Test
    void aMetaKernelTellsWhatItLoads() throws IOException {
        SmallSky.write(folder.resolve("one.bsp"));
        Appraisal meta = of(
                "m.tm",
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ('one.bsp' 'gone.tls')".getBytes(StandardCharsets.UTF_8));
        assertThat(meta.condition()).isEqualTo(KernelCondition.META_KERNEL);
        assertThat(meta.reason()).contains("one.bsp", "gone.tls is missing");
    }

    @Test
    void everySoundKernelIsUsable() throws IOException {
        for (Path file : SoundKernels.all(folder)) {
            Appraisal appraisal = Appraisal.of(file, registry);
            assertThat(appraisal.usable()).as(appraisal.toString()).isTrue();
        }
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void everyBrokenKernelIsAppraised() throws IOException {
        Set<KernelCondition> seen = EnumSet.noneOf(KernelCondition.class);
        List<Path> broken = new ArrayList<>(BrokenKernels.write(folder.resolve("broken")));
        broken.addAll(Shared.filesIfAny("kernels/malformed"));
        for (Path file : broken) {
            Appraisal appraisal = Appraisal.of(file, registry);
            seen.add(appraisal.condition());
            if (appraisal.condition() != KernelCondition.SOUND) {
                assertThat(appraisal.reason()).as(file.toString()).isNotEmpty();
            }
        }
        assertThat(seen)
                .contains(
                        KernelCondition.WEB_PAGE,
                        KernelCondition.LFS_POINTER,
                        KernelCondition.OTHER_DAF,
                        KernelCondition.TRUNCATED,
                        KernelCondition.IN_PART,
                        KernelCondition.DAMAGED,
                        KernelCondition.NO_KERNEL);
        assertThat(registry.mappings()).isEmpty();
    }
}
