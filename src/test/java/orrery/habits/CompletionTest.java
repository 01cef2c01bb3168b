package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orrery.cli.CompletionScript;
import orrery.cli.OrreryCommand;

/** What the shells offer at the tab key, asked of bash and, where it is installed, of zsh itself. */
@EnabledOnOs(OS.LINUX)
class CompletionTest {
    private static final String PACKAGED = "/usr/share/bash-completion/completions/orrery";

    /** Types each line into an interactive zsh, presses the tab key, and prints what was offered. */
    private static final String TYPIST = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PROMPT=; stty -echo; unset zle_bracketed_paste; source $PWD/shown.zsh"
        zpty -r -m shell said '*READY*'
        for line do
            zpty -n -w shell $'\\x15'$line$'\\t'
            zpty -r -m shell said '*END-OF-LINE*'
            print -r -- $said
        done
        zpty -w shell exit
        """;

    /** In that zsh: the tab key completes as always, but tells what it has. */
    private static final String SHOWN = """
        fpath=($PWD $fpath)
        autoload -Uz compinit && compinit -u -D
        compadd() {
            typeset -a offered
            [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] || {
                builtin compadd -A offered "$@"
                print -r -- "OFFERED ${(j: :)offered}"
            }
            builtin compadd "$@"
        }
        show() {
            zle complete-word
            print -r -- "TYPED $BUFFER"
            print -r -- "SHELL ${options[completealiases]} ${+aliases[compopt]}"
            print -r -- END-OF-LINE
        }
        zle -C complete-word complete-word _main_complete
        zle -N show
        bindkey '^I' show
        bindkey '^U' kill-whole-line
        print READY
        """;

    @TempDir
    private Path folder;

    private Path script = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        script = Files.writeString(folder.resolve("orrery.bash"), CompletionScript.of(OrreryCommand.described()));
        Files.createFile(folder.resolve("kernel.bsp"));
    }

    private List<String> said(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.replace("\r", "").lines().toList();
    }

    private static boolean installed(String shell) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, shell)));
    }

    /** What bash offers for the last of these words, begun or empty. */
    private List<String> bash(String... words) throws Exception {
        assumeTrue(installed("bash"), "there is no bash");
        String line = """
            source orrery.bash
            COMP_WORDS=(orrery "$@"); COMP_CWORD=$#
            _complete_orrery; printf '%s\\n' "${COMPREPLY[@]}"
            """;
        String[] command = new String[words.length + 4];
        System.arraycopy(new String[] {"bash", "-c", line, "bash"}, 0, command, 0, 4);
        System.arraycopy(words, 0, command, 4, words.length);
        return said(command);
    }

    @Test
    void bashOffersCommandsOptionsAndValues() throws Exception {
        assertThat(bash("")).contains("state", "brief", "kiosk");
        assertThat(bash("st")).containsExactly("state");
        assertThat(bash("state", "--ab")).containsExactly("--abcorr");
        assertThat(bash("state", "--abcorr", "LT")).containsExactly("LT", "LT+S");
        assertThat(bash("brief", "--by", "")).containsExactly("segment", "body", "time");
        assertThat(bash("events", "--kind", "q")).containsExactly("quadratures");
        assertThat(bash("tour", "")).contains("check", "print", "list");
    }

    /** Readline completes files wherever the script has nothing to offer and does not forbid it. */
    @Test
    void bashOffersFilesWhereNothingElseIsKnown() throws Exception {
        assertThat(bash("tour", "check", "k")).containsExactly("");
        assertThat(Files.readString(script))
                .doesNotContain("compopt +o default")
                .contains("-o default orrery");
    }

    private List<String> zsh(String... lines) throws Exception {
        assumeTrue(installed("zsh"), "there is no zsh");
        Files.writeString(folder.resolve("typist.zsh"), TYPIST);
        Files.writeString(folder.resolve("shown.zsh"), SHOWN);
        String packaged =
                Files.readString(Path.of(System.getProperty("orrery.basedir", "."), "src/dist/linux/share/_orrery"));
        assertThat(packaged).contains(PACKAGED);
        Files.writeString(folder.resolve("_orrery"), packaged.replace(PACKAGED, script.toString()));
        String[] command = new String[lines.length + 3];
        System.arraycopy(new String[] {"zsh", "-f", "typist.zsh"}, 0, command, 0, 3);
        System.arraycopy(lines, 0, command, 3, lines.length);
        return Pattern.compile("(?:OFFERED|TYPED|SHELL) [^\n]*")
                .matcher(String.join("\n", said(command)))
                .results()
                .map(found -> found.group().strip())
                .distinct()
                .toList();
    }

    @Test
    void zshOffersTheSame() throws Exception {
        assertThat(zsh(
                        "orrery st",
                        "orrery state --ab",
                        "orrery state --abcorr LT",
                        "orrery brief --by ",
                        "orrery events --kind q",
                        "orrery brief k",
                        "orrery tour check k"))
                .contains(
                        "TYPED orrery state",
                        "TYPED orrery state --abcorr",
                        "OFFERED LT LT+S",
                        "OFFERED segment body time",
                        "TYPED orrery events --kind quadratures",
                        "TYPED orrery brief kernel.bsp",
                        "TYPED orrery tour check kernel.bsp")
                .as("what the user has set is as before")
                .filteredOn(line -> line.startsWith("SHELL"))
                .containsExactly("SHELL off 0");
    }
}
