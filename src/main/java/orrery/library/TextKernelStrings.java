package orrery.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The string variables of a SPICE text kernel (Kernel Required Reading, "Text Kernel Specifications"): data stand
 * between lines that hold nothing but {@code \begindata} and {@code \begintext}; {@code NAME = value} sets, {@code NAME
 * += value} appends; a value is one item or several in parentheses, parted by commas or blanks; a string stands in
 * apostrophes, an apostrophe within it is written twice. Numbers and dates are passed over: a meta-kernel has none that
 * matter.
 *
 * <p>For one thread.
 */
final class TextKernelStrings {
    private final String name;
    private final Map<String, List<String>> strings = new LinkedHashMap<>();
    private final String data;
    private int at;

    private TextKernelStrings(String name, String text) {
        this.name = name;
        StringBuilder kept = new StringBuilder();
        boolean inData = false;
        for (String line : text.lines().toList()) {
            String word = line.strip();
            if (word.equals("\\begindata")) {
                inData = true;
            } else if (word.equals("\\begintext")) {
                inData = false;
            } else if (inData) {
                kept.append(line);
            }
            // Lines keep their numbers, for messages.
            kept.append('\n');
        }
        this.data = kept.toString();
    }

    /**
     * The string variables of a text, in the order in which they are first set.
     *
     * @throws MetaKernelException if an assignment cannot be read
     */
    static Map<String, List<String>> strings(String name, String text) {
        TextKernelStrings kernel = new TextKernelStrings(name, text);
        while (kernel.more()) {
            kernel.assignment();
        }
        return kernel.strings;
    }

    private boolean more() {
        while (at < data.length() && (Character.isWhitespace(data.charAt(at)) || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    private void assignment() {
        String variable = word();
        if (variable.isEmpty()) {
            throw wrong("a name was expected, found \"" + data.charAt(at) + "\"");
        }
        more();
        boolean appends = data.startsWith("+=", at);
        if (!appends && !data.startsWith("=", at)) {
            throw wrong("after " + variable + " an = or += was expected");
        }
        at += appends ? 2 : 1;
        List<String> values = new ArrayList<>();
        if (!more()) {
            throw wrong(variable + " has no value");
        }
        if (data.charAt(at) == '(') {
            at++;
            while (more() && data.charAt(at) != ')') {
                value(values);
            }
            if (at >= data.length()) {
                throw wrong("the list of " + variable + " is never closed: a ) is missing");
            }
            at++;
        } else {
            value(values);
        }
        List<String> all = strings.computeIfAbsent(variable, _ -> new ArrayList<>());
        if (!appends) {
            all.clear();
        }
        all.addAll(values);
    }

    private void value(List<String> values) {
        if (data.charAt(at) == '\'') {
            values.add(quoted());
        } else if (word().isEmpty()) {
            throw wrong("a value was expected, found \"" + data.charAt(at) + "\"");
        }
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        int begin = at++;
        while (at < data.length() && data.charAt(at) != '\n') {
            char c = data.charAt(at++);
            if (c != '\'') {
                text.append(c);
            } else if (at < data.length() && data.charAt(at) == '\'') {
                text.append('\'');
                at++;
            } else {
                return text.toString();
            }
        }
        at = begin;
        throw wrong("a string is not closed on its line: an apostrophe is missing");
    }

    private String word() {
        int begin = at;
        while (at < data.length()
                && !Character.isWhitespace(data.charAt(at))
                && "=(),'".indexOf(data.charAt(at)) < 0
                && !data.startsWith("+=", at)) {
            at++;
        }
        return data.substring(begin, at);
    }

    private MetaKernelException wrong(String what) {
        long line = data.substring(0, Math.min(at, data.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new MetaKernelException(name + ", line " + line + ": " + what + ". Correct the meta-kernel.");
    }
}
