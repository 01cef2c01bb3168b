package orrery.ui.kernels;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.ui.fx.Words;

/** Sentences of an import, with the fields of its page in place of the options of the command line. Stateless. */
final class OptionNames {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?([a-z]+(?:-[a-z]+)*)(?![\\w-])");
    private static final String KEY = "import.option.";

    private OptionNames() {}

    static String onPage(String sentence, Words words) {
        return OPTION.matcher(sentence.replace("on the Make page or ", "")).replaceAll(found -> {
            String key = KEY + found.group(1);
            return Matcher.quoteReplacement(words.bundle().containsKey(key) ? words.get(key) : found.group());
        });
    }
}
