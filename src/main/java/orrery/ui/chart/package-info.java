/**
 * The common base of every chart in the window: {@link orrery.ui.chart.LiveChart} is the canvas with its palette, its
 * crosshair under the pointer or the arrow keys, and its focus ring; {@link orrery.ui.chart.Ink} writes and draws in
 * one style; {@link orrery.ui.chart.ChartAxis} maps values to pixels and back, {@link orrery.ui.chart.DateTicks} marks
 * dates on it; {@link orrery.ui.chart.Curve} thins out data with more points than the screen has columns; {@link
 * orrery.ui.chart.EndLabels} keeps names at the ends of lines apart; {@link orrery.ui.chart.ZoomSpan} is the span of
 * time that wheel, drag and keys move; {@link orrery.ui.chart.LinePlot} draws lines with all of these.
 *
 * <p>May use ui.fx, time and math. Start with {@link orrery.ui.chart.LinePlot}.
 *
 * <h2>Why not a chart library</h2> JavaFX's own charts keep a node for every point, and chart-fx leaks its listeners;
 * neither suits views that are redrawn ten times a second while twenty threads are at work. On the software pipeline,
 * 10,000 separate {@code strokeLine} calls take about 3 s where one {@code strokePolyline} of 10,000 points takes 50
 * ms, so a chart here is one thinned polyline per line on one canvas, drawn at most once a pulse and only while it is
 * visible.
 */
@NullMarked
package orrery.ui.chart;

import org.jspecify.annotations.NullMarked;
