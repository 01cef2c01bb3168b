package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help is wrapped between words, and what the list of commands prints are whole sentences. */
class HelpTextTest {
    private static final int WIDTH = 80;

    static Stream<Named<CommandLine>> commands() {
        return all(OrreryCommand.described())
                .map(one -> Named.of(one.getCommandSpec().qualifiedName(), one));
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().distinct().flatMap(HelpTextTest::all));
    }

    private static List<ArgSpec> arguments(CommandLine command) {
        return command.getCommandSpec().args().stream()
                .filter(one -> !one.hidden())
                .toList();
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineIsTooLongAndNoWordIsBroken(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        Stream<String> paragraphs = Stream.concat(
                Stream.concat(Arrays.stream(usage.description()), Arrays.stream(usage.footer())),
                arguments(command).stream().flatMap(one -> Arrays.stream(one.description())));
        assertThat(paragraphs)
                .allSatisfy(paragraph -> assertThat(inOneLine(help)).contains(inOneLine(paragraph)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDescriptionBeginsWithASentenceAndEveryParagraphEnds(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        assertThat(description[0]).endsWith(".").hasSizeLessThanOrEqualTo(110);
        assertThat(Arrays.asList(description).subList(1, description.length))
                .filteredOn(one -> !one.contains("source <("))
                .allSatisfy(one -> assertThat(one).endsWith("."));
        for (ArgSpec one : arguments(command)) {
            assertThat(one.description())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).matches("(?s).*[.:;]"));
            assertThat(one.description()[one.description().length - 1]).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatAnOptionTakesIsNamedInCapitals(CommandLine command) {
        assertThat(command.getCommandSpec().options())
                .filteredOn(one -> one.arity().max() > 0)
                .extracting(OptionSpec::paramLabel)
                .filteredOn(label -> !List.of("WxH", "rtn", "own").contains(label))
                .allSatisfy(label -> assertThat(label).isUpperCase());
    }

    @Test
    void aWordLongerThanTheLineStandsAlone() {
        assertThat(HelpText.wrapped("a " + "b".repeat(9) + " c d", 4)).containsExactly("a", "b".repeat(9), "c d");
        assertThat(HelpText.wrapped("", 4)).containsExactly("");
        assertThat(HelpText.wrapped("  as it is", 10)).containsExactly("  as it is");
    }
}
