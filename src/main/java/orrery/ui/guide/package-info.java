/**
 * The user's guide inside the window: pages of Markdown from the jar, parsed into blocks off the JavaFX thread and
 * shown as nodes, with links, search and pictures. Uses only {@code ui.fx}; the shell handles external links. Start
 * with {@link orrery.ui.guide.GuideView}; {@link orrery.ui.guide.GuideLibrary} reads the pages.
 */
@NullMarked
package orrery.ui.guide;

import org.jspecify.annotations.NullMarked;
