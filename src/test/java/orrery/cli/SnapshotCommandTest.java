package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a command line asks the window's room to draw. */
class SnapshotCommandTest {
    private final List<SnapshotRenderer.Request> asked = new ArrayList<>();

    private int run(String... options) {
        List<String> line = new ArrayList<>(List.of("snapshot", "--out", "x.png"));
        line.addAll(List.of(options));
        CommandLine command = OrreryCommand.commandLine(asked::add);
        command.setOut(new PrintWriter(new StringWriter()));
        command.setErr(new PrintWriter(new StringWriter()));
        return command.execute(line.toArray(String[]::new));
    }

    @Test
    void withoutOptionsTheViewIsThatOfTheFirstStart() {
        assertThat(run()).isZero();
        assertThat(asked.getFirst().look()).isEqualTo(SnapshotRenderer.Look.FIRST);
        assertThat(asked.getFirst().tab()).isEqualTo(SnapshotRenderer.Tab.BODY);
    }

    @Test
    void viewScaleBodiesDistanceAndLinkAreHandedOn() {
        assertThat(run(
                        "--view",
                        "earth",
                        "--scale",
                        "log",
                        "--follow",
                        "Mars barycenter",
                        "--center",
                        "399",
                        "--distance",
                        "3 au",
                        "--link",
                        "orrery:view?date=2026",
                        "--bare",
                        "--tab",
                        "table"))
                .isZero();
        SnapshotRenderer.Look look = asked.getFirst().look();
        assertThat(look.view()).contains(SnapshotRenderer.View.EARTH);
        assertThat(look.scale()).contains(SnapshotRenderer.Scale.LOG);
        assertThat(look.follow()).hasValue(4);
        assertThat(look.center()).hasValue(399);
        assertThat(look.distance()).hasValue(3 * 149_597_870.7);
        assertThat(look.link()).contains("orrery:view?date=2026");
        assertThat(look.bare()).isTrue();
        assertThat(asked.getFirst().tab()).isEqualTo(SnapshotRenderer.Tab.TABLE);
    }

    @Test
    void whatCannotBeDrawnIsOneSentenceAndNoDefect() {
        CommandLine command = OrreryCommand.commandLine(request -> {
            throw new SnapshotRenderer.NotHeldException("The kernels do not contain Titan.");
        });
        StringWriter said = new StringWriter();
        command.setErr(new PrintWriter(said, true));
        assertThat(command.execute("snapshot", "--out", "x.png", "--follow", "Titan"))
                .isEqualTo(ExitCodes.KERNEL);
        assertThat(said).hasToString("The kernels do not contain Titan." + System.lineSeparator());
    }

    @Test
    void whatCannotBeMeantIsAQuestionOfUsage() {
        assertThat(run("--distance", "far")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("--view", "below")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("--follow", "Nibiru")).isNotZero();
        assertThat(asked).isEmpty();
    }
}
