package orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, where there is no display; elsewhere than on Linux there always is one. */
@EnabledOnOs(OS.LINUX)
final class MainTest {
    private static final String COMMON = "--enable-native-access=ALL-UNNAMED";

    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    @Test
    void aKernelThatIsNotThereEndsInItsSentenceWhereThereIsNoWindowToSayItIn() throws Exception {
        Ended ended = start(folder.resolve("nothing.bsp").toString());
        assertThat(ended.said)
                .contains("nothing.bsp")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(ended.status).isEqualTo(3);
    }

    @Test
    void whatIsNoKernelEndsInItsSentence() throws Exception {
        Path map = Files.writeString(folder.resolve("game.bsp"), "VBSP" + "map ".repeat(2000));
        Ended ended = start(map.toString());
        assertThat(ended.said).contains("game.bsp").doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(ended.status).isEqualTo(3);
    }

    @Test
    void aMisspeltCommandIsAQuestionOfUsageNotOfAWindow() throws Exception {
        Ended ended = start("audti");
        assertThat(ended.said).contains("audti").contains("audit");
        assertThat(ended.status).isEqualTo(2);
    }

    private Ended start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), COMMON, "-cp", classPath()));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Path told = folder.resolve("told");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(told, StandardCharsets.UTF_8));
    }

    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path");
        return modules.isEmpty() ? classes : modules + System.getProperty("path.separator") + classes;
    }
}
