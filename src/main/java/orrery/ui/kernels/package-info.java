/**
 * The Kernels tab: opens kernels, shows their contents, and switches the running sky to them. May use ui.fx,
 * ui.chart and the rooms below the window; never another view. Start with {@link orrery.ui.kernels.KernelsPanel}.
 */
@NullMarked
package orrery.ui.kernels;

import org.jspecify.annotations.NullMarked;
