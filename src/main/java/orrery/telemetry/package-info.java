/**
 * Sees threads and memory as they are: single-writer recorders for workers, samplers for the process.
 * It may use the JDK, HdrHistogram, JSpecify and the system's name; no other room, and it knows nothing of kernels.
 * Every snapshot is an immutable value. What a system cannot tell is {@link orrery.telemetry.Measurement.NotAvailable}
 * with the reason; nothing native is ever needed for correctness.
 * Start reading at {@link orrery.telemetry.WorkerRecorder} (what a worker writes) and
 * {@link orrery.telemetry.Telemetry} (what a reader asks).
 */
@NullMarked
package orrery.telemetry;

import org.jspecify.annotations.NullMarked;
