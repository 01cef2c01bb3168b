package orrery.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import orrery.math.QuotedText;

/**
 * Parses the assignments of a text kernel: data are between lines that contain only {@code \begindata} and
 * {@code \begintext}; {@code NAME = value} sets, {@code NAME += value} appends; a value is one item, or several in
 * parentheses over any number of lines, separated by commas or blanks. Items are numbers (including Fortran's
 * {@code 1.5D3}), dates that begin with {@code @}, and strings in apostrophes, with apostrophes inside doubled.
 *
 * <p>For use by one thread and one text.
 */
final class TextKernelParser {
    private static final String CORRECT = "Correct the file, or fetch it again.";

    private final String file;
    /** The data lines, with the others blanked, so that line numbers are kept. */
    private final String data;

    private int at;
    /** The position up to which line breaks were counted, and the line there. */
    private int counted;

    private int line = 1;
    /** The variable set last. */
    private String last = "";

    TextKernelParser(String file, String text) {
        this.file = file;
        StringBuilder kept = new StringBuilder(text.length());
        boolean inData = false;
        for (String line : text.lines().toList()) {
            switch (line.strip()) {
                case "\\begindata" -> inData = true;
                case "\\begintext" -> inData = false;
                default -> {
                    if (inData) {
                        kept.append(line);
                    }
                }
            }
            kept.append('\n');
        }
        this.data = kept.toString();
    }

    List<TextKernel.Assignment> assignments() {
        List<TextKernel.Assignment> all = new ArrayList<>();
        while (more()) {
            all.add(assignment());
        }
        return all;
    }

    /** Moves to the next token; false at the end. */
    private boolean more() {
        while (at < data.length() && (Character.isWhitespace(data.charAt(at)) || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    private TextKernel.Assignment assignment() {
        int begin = at;
        String name = word();
        if (name.isEmpty()) {
            throw wrong(begin, standing(begin) + " instead of the name of a variable", CORRECT);
        }
        more();
        boolean appends = data.startsWith("+=", at);
        if (!appends && !data.startsWith("=", at)) {
            if (!last.isEmpty() && KernelNumber.parse(name).isPresent()) {
                throw wrong(
                        begin,
                        last + " has a second value, " + name + ", outside parentheses",
                        "Several values of one variable must be in parentheses.");
            }
            throw wrong(
                    begin,
                    "after " + QuotedText.of(name)
                            + (at < data.length() ? " there is " + standing(at) : " the file ends")
                            + " instead of = or +=",
                    "Text must be outside the data: after \\begintext, or before \\begindata.");
        }
        last = name;
        at += appends ? 2 : 1;
        if (!more()) {
            throw wrong(begin, name + " has no value: the file ends after its =", CORRECT);
        }
        return new TextKernel.Assignment(name, appends, value(name, begin), lineOf(begin));
    }

    private KernelValue value(String name, int begin) {
        List<Object> items = new ArrayList<>();
        if (data.charAt(at) == '(') {
            at++;
            while (more() && data.charAt(at) != ')') {
                if (isAssignment()) {
                    throw wrong(
                            begin,
                            "the list of " + name + " is not closed where the next variable is set in line "
                                    + lineOf(at) + ": a ) is missing",
                            CORRECT);
                }
                items.add(item(name));
            }
            if (at >= data.length()) {
                throw wrong(begin, "the list of " + name + " is never closed: a ) is missing", CORRECT);
            }
            at++;
            if (items.isEmpty()) {
                throw wrong(begin, name + " = () is empty; a variable has at least one value", CORRECT);
            }
        } else {
            items.add(item(name));
        }
        if (items.stream().allMatch(Double.class::isInstance)) {
            return new KernelValue.Numbers(
                    items.stream().map(Double.class::cast).toList());
        }
        if (items.stream().allMatch(String.class::isInstance)) {
            return new KernelValue.Texts(items.stream().map(String.class::cast).toList());
        }
        throw wrong(begin, name + " contains numbers and strings; a variable contains one or the other", CORRECT);
    }

    /** Whether a name and = follow here, where a value is expected. */
    private boolean isAssignment() {
        int begin = at;
        if (!next('\'')) {
            word();
            more();
        }
        boolean found = at > begin && (data.startsWith("=", at) || data.startsWith("+=", at));
        at = begin;
        return found;
    }

    private boolean next(char c) {
        return data.charAt(at) == c;
    }

    /** A number as a Double, or a string. */
    private Object item(String name) {
        int begin = at;
        if (next('\'')) {
            return quotedText(name);
        }
        String word = next('+') ? signed() : word();
        if (word.startsWith("@")) {
            return KernelDate.parse(word.substring(1))
                    .orElseThrow(() -> wrong(
                            begin,
                            "a value of " + name + " is " + QuotedText.of(word)
                                    + ", which is not a date; write one such as @1972-JAN-1 or @1-JAN-1972/12:00:00",
                            CORRECT));
        }
        OptionalDouble number = KernelNumber.parse(word);
        if (number.isPresent()) {
            return number.getAsDouble();
        }
        if (KernelNumber.isNumber(word)) {
            throw wrong(
                    begin,
                    "a value of " + name + " is " + QuotedText.of(word)
                            + ", more than a double can represent (1.8E308)",
                    CORRECT);
        }
        throw wrong(
                begin,
                "a value of " + name + " is "
                        + (word.isEmpty() ? QuotedText.of(data.substring(at, at + 1)) : QuotedText.of(word))
                        + "; a number as in 1.5E3, a date that begins with @, or a string in apostrophes expected",
                CORRECT);
    }

    private String quotedText(String name) {
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
        throw wrong(
                begin,
                "a string of " + name + " is not closed on its line: an apostrophe is missing",
                "Close it; an apostrophe inside a string is doubled.");
    }

    private String signed() {
        at++;
        return "+" + word();
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

    private String standing(int from) {
        int end = data.indexOf('\n', from);
        return QuotedText.of(data.substring(from, end < 0 ? data.length() : end).strip());
    }

    /** The line of a position; most are requested in ascending order. */
    private int lineOf(int position) {
        if (position < counted) {
            counted = 0;
            line = 1;
        }
        for (; counted < Math.min(position, data.length()); counted++) {
            if (data.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    private TextKernelException wrong(int position, String what, String cure) {
        return TextKernelException.at(file, lineOf(position), what, cure);
    }
}
