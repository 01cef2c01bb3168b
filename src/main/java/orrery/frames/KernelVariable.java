package orrery.frames;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable of the loaded kernels, and where its value comes from.
 *
 * @param name the name in the file
 * @param value numbers or strings
 * @param file the file's name, or the built-in source
 * @param line in that file, from 1; 0 for a built-in value
 */
record KernelVariable(String name, KernelValue value, String file, int line) {
    boolean isBuiltIn() {
        return line == 0;
    }

    /** This variable appended to an earlier one. */
    KernelVariable after(KernelVariable earlier) {
        KernelValue joined = switch (value) {
            case KernelValue.Numbers(var items)
            when earlier.value instanceof KernelValue.Numbers(var before) ->
                new KernelValue.Numbers(joined(before, items));
            case KernelValue.Texts(var items)
            when earlier.value instanceof KernelValue.Texts(var before) -> new KernelValue.Texts(joined(before, items));
            default ->
                throw wrong(
                        "appends " + value.kind() + " to " + earlier.value.kind() + ", set in " + earlier.file
                                + ", line " + earlier.line + "; numbers can only be appended to numbers and"
                                + " strings to strings",
                        "Correct one of them.");
        };
        return new KernelVariable(name, joined, file, line);
    }

    private static <T> List<T> joined(List<T> before, List<T> items) {
        List<T> all = new ArrayList<>(before);
        all.addAll(items);
        return all;
    }

    double[] numbers() {
        if (!(value instanceof KernelValue.Numbers(var items))) {
            throw wrong("is " + value.kind() + "; numbers expected", "Correct the file.");
        }
        return items.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Exactly this many numbers. */
    double[] numbers(int count) {
        double[] numbers = numbers();
        if (numbers.length != count) {
            throw wrong("is " + value.kind() + "; " + count + " numbers expected", "Correct the file.");
        }
        return numbers;
    }

    int integer() {
        double number = numbers()[0];
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong("is " + number + "; a whole number expected", "Correct the file.");
        }
        return (int) number;
    }

    List<String> texts() {
        if (!(value instanceof KernelValue.Texts(var items))) {
            throw wrong("is " + value.kind() + "; a string in apostrophes expected", "Correct the file.");
        }
        return items.stream().map(String::strip).toList();
    }

    String text() {
        List<String> texts = texts();
        if (texts.size() != 1) {
            throw wrong("is " + value.kind() + "; one string expected", "Correct the file.");
        }
        return texts.getFirst();
    }

    /** The error at the place of this variable: what is wrong with it and the cure. */
    TextKernelException wrong(String what, String cure) {
        return isBuiltIn()
                ? new TextKernelException(name + ", " + file + ", " + what + ". " + cure)
                : TextKernelException.at(file, line, name + " " + what, cure);
    }
}
