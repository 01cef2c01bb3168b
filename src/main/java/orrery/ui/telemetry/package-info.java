/**
 * The Telemetry tab: threads, throughput, latency and memory, live. May use ui.fx and telemetry; never another view.
 * Start with {@link orrery.ui.telemetry.TelemetryPanel}.
 */
@NullMarked
package orrery.ui.telemetry;

import org.jspecify.annotations.NullMarked;
