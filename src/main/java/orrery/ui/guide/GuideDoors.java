package orrery.ui.guide;

import java.util.function.Consumer;

/**
 * What the guide asks of the window that it lies in. All are called on the JavaFX thread.
 *
 * @param view flies to the view of an {@code orrery:} link
 * @param web shows an address outside the program
 * @param copy puts a text on the clipboard
 * @param changed called when the guide takes more or less room
 */
public record GuideDoors(Consumer<String> view, Consumer<String> web, Consumer<String> copy, Runnable changed) {}
