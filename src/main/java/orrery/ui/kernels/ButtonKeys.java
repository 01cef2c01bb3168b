package orrery.ui.kernels;

import java.util.Locale;

/** What a button of the views carries for a constant: its name in lower case. Stateless. */
final class ButtonKeys {
    private ButtonKeys() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that a button's user data names. */
    static <E extends Enum<E>> E of(Class<E> type, Object userData) {
        return Enum.valueOf(type, userData.toString().toUpperCase(Locale.ROOT));
    }
}
