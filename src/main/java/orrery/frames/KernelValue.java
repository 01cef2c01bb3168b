package orrery.frames;

import java.util.List;

/** The value of a kernel variable: numbers (including dates) or strings, never both. Immutable. */
public sealed interface KernelValue {
    /** {@return the number of items} */
    int size();

    /** {@return the name of this kind of value in messages} */
    String kind();

    /**
     * Numbers; dates as formal seconds past J2000.
     *
     * @param items the numbers, in the order of the file
     */
    record Numbers(List<Double> items) implements KernelValue {
        /** The numbers are copied. */
        public Numbers {
            items = List.copyOf(items);
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public String kind() {
            return items.size() == 1 ? "the number " + TextKernel.plain(items.getFirst()) : items.size() + " numbers";
        }
    }

    /**
     * Strings, with trailing blanks kept.
     *
     * @param items the strings, in the order of the file
     */
    record Texts(List<String> items) implements KernelValue {
        /** The texts are copied. */
        public Texts {
            items = List.copyOf(items);
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public String kind() {
            return items.size() == 1 ? "the string '" + items.getFirst() + "'" : items.size() + " strings";
        }
    }
}
