package orrery.ui.shell;

import orrery.ui.fx.Words;

/** The texts of this room. */
final class Fxml {
    static final Words WORDS = Words.of(Fxml.class);

    private Fxml() {}
}
