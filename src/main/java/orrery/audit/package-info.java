/**
 * The audit: a seeded plan, an engine, one class per claim, deliberately broken readers that the same claims must
 * refute, and the ledger of a run. It measures the reader from outside, through {@link orrery.audit.Subject}. May use
 * {@code orrery.forge}, {@code orrery.ephemeris}, {@code orrery.binding}, {@code orrery.spk}, {@code orrery.time},
 * {@code orrery.flight} and {@code orrery.telemetry}.
 *
 * <p>Start at {@link orrery.audit.AuditRun}; then {@link orrery.audit.Claim} and {@link orrery.audit.OverlapRounds}.
 */
@NullMarked
package orrery.audit;

import org.jspecify.annotations.NullMarked;
