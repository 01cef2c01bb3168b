package orrery.ui.shell;

import java.util.function.Consumer;
import orrery.ui.kernels.Notice;

/**
 * What leads out of the program: addresses that a browser shows, or else the clipboard takes, and words that are
 * copied.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WebAddresses {
    private final TextClipboard clipboard;
    private final Consumer<Notice> say;
    private Consumer<String> browser;

    /** @param say tells what has become of it */
    WebAddresses(TextClipboard clipboard, Consumer<Notice> say) {
        this.clipboard = clipboard;
        this.say = say;
        this.browser = address -> put(address, Fxml.WORDS.get("guide.address", address));
    }

    /** From now on a browser shows addresses; without one they are put on the clipboard. */
    void browser(Consumer<String> shows) {
        browser = shows;
    }

    void show(String address) {
        browser.accept(address);
    }

    void copy(String text) {
        put(text, Fxml.WORDS.get("guide.copied"));
    }

    private void put(String text, String notice) {
        clipboard.put(text);
        say.accept(new Notice(notice, false));
    }
}
