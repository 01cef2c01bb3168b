/**
 * The audit: a seeded plan, an engine, one class per claim, deliberately broken readers that the same claims must
 * refute, and the ledger of a run. It measures the reader from outside, through {@link orrery.audit.Subject}. May use
 * {@code orrery.forge}, {@code orrery.stand}, {@code orrery.jfr}, {@code orrery.telemetry}, {@code orrery.files},
 * {@code orrery.host} and the rooms of the reader.
 *
 * <p>{@link orrery.audit.Claims} lists the claims by their identifiers, {@link orrery.audit.Mutants} the broken
 * readers. Start at {@link orrery.audit.AuditRun}; then {@link orrery.audit.Claim} and {@link
 * orrery.audit.OverlapRounds}.
 */
@NullMarked
package orrery.audit;

import org.jspecify.annotations.NullMarked;
