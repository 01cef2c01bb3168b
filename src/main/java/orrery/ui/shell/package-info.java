/**
 * The window: sky, panel with its tabs, time bar, status line, the table of actions and the command palette. May use
 * every room but the command line. {@link orrery.ui.shell.OrreryWindow} puts the parts together, for the screen and for
 * pictures taken off it; {@link orrery.ui.shell.OrreryApp} shows it, {@link orrery.ui.shell.Offscreen} draws it where
 * there is no display. Start with {@link orrery.ui.shell.OrreryWindow}.
 */
@NullMarked
package orrery.ui.shell;

import org.jspecify.annotations.NullMarked;
