package orrery.ui.guide;

import java.util.function.Consumer;

/**
 * What the guide needs from its window. All are called on the JavaFX thread.
 *
 * @param view flies to the view of an {@code orrery:} link
 * @param web opens an external address
 * @param copy puts a text on the clipboard
 * @param changed called when the guide's width changes
 */
public record GuideDoors(Consumer<String> view, Consumer<String> web, Consumer<String> copy, Runnable changed) {}
