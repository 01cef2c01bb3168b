package orrery.ui.shell;

import java.util.Optional;

/** The clipboard's text. JavaFX thread only. */
interface TextClipboard {
    Optional<String> text();

    void put(String text);
}
