package orrery.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** What picocli says of a wrong word on the command line, without indices and names of Java's types. */
final class MisuseText {
    private static final Pattern WORD = Pattern.compile("positional parameter at index \\S+ \\((.+?)\\)");
    private static final Pattern WHOLE = Pattern.compile("is not an? (int|long|short|byte)\\b");
    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*?)\\] \\(case-(?:in)?sensitive\\) but was '(.*)'", Pattern.DOTALL);

    private MisuseText() {}

    static String of(ParameterException misuse) {
        String plain = WORD.matcher(String.valueOf(misuse.getMessage())).replaceAll("$1");
        plain = WHOLE.matcher(plain).replaceAll("is not a whole number, or too large");
        return CHOICE.matcher(plain)
                .replaceAll(choice -> Matcher.quoteReplacement("'" + choice.group(2) + "' is none of "
                        + choice.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
