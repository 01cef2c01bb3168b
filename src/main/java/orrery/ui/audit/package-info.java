/**
 * The Audit tab: claims about the kernel reader, proven or refuted on screen. May use ui.fx, ui.chart and
 * the rooms below the window; never another view. Start with {@link orrery.ui.audit.AuditPanel}.
 */
@NullMarked
package orrery.ui.audit;

import org.jspecify.annotations.NullMarked;
