/**
 * The Kernels tab: opens kernels, shows their contents, and switches the running sky to them. May use ui.fx, service
 * and the rooms that service may use; never another view. Start with {@link orrery.ui.kernels.KernelsPanel}.
 */
@NullMarked
package orrery.ui.kernels;

import org.jspecify.annotations.NullMarked;
