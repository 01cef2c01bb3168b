/**
 * The Telemetry tab: threads, throughput, latency and memory, live. May use ui.fx,
 * ui.chart and the rooms below the window; never another view. Start with {@link orrery.ui.telemetry.TelemetryPanel};
 * {@link orrery.ui.telemetry.TelemetryCharts} lists the charts.
 */
@NullMarked
package orrery.ui.telemetry;

import org.jspecify.annotations.NullMarked;
