package orrery.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion of all commands for bash, which zsh understands too: picocli's, with three differences. */
public final class CompletionScript {
    /**
     * In zsh this changes the user's shell for good: aliases lose the completion of what they stand for, and {@code
     * compopt} means something else. The script does without either.
     */
    private static final String FOR_ZSH = """
          # Make alias a distinct command for completion purposes when using zsh (see [4])
          setopt COMPLETE_ALIASES
          alias compopt=complete

        """;

    /** Where picocli knows no value, bash would offer nothing, not even files: many values are files or may be. */
    private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n\n";

    private CompletionScript() {}

    /**
     * The script for a command line, which is not to be used for anything else afterwards.
     *
     * @throws IllegalStateException if picocli's script is no longer as this class knows it
     */
    public static String of(CommandLine line) {
        asDocumented(line.getCommandSpec());
        return without(without(AutoComplete.bash("orrery", line), FOR_ZSH), NO_FILES);
    }

    private static String without(String script, String part) {
        if (!script.contains(part)) {
            throw new IllegalStateException("picocli's script has changed and lacks: " + part);
        }
        return script.replace(part, "");
    }

    /** Constants are documented and typed in small letters, so they are offered in small letters. */
    private static void asDocumented(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (option.type().isEnum()) {
                spec.remove(option);
                spec.addOption(option.toBuilder()
                        .completionCandidates(Arrays.stream(option.type().getEnumConstants())
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .toList())
                        .build());
            }
        }
        spec.subcommands().values().forEach(each -> asDocumented(each.getCommandSpec()));
    }
}
