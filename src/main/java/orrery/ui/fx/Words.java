package orrery.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one room, from its {@code words.properties}. The caller formats numbers: a pattern only joins texts.
 *
 * <p>Immutable, thread-safe.
 */
public final class Words {
    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts beside a class of a room, for example {@code orrery.ui.shell}. */
    public static Words of(Class<?> room) {
        return new Words(
                ResourceBundle.getBundle(room.getPackageName() + ".words", Locale.getDefault(), room.getModule()));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text about a number of things: that under {@code key.one} if there is one, else that under {@code key}. */
    public String count(long count, String key, Object... arguments) {
        return get(count == 1 ? key + ".one" : key, arguments);
    }

    /** A text; {@code {0}} and so on are replaced by the arguments. */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}
