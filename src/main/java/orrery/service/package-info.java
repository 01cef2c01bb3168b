/**
 * The background service: worker threads that compute frames, paths and facts about bodies from one shared mapped kernel.
 * May use ephemeris and below, and telemetry; knows no window and runs without one.
 * Everything it hands out is an immutable value in a latest-value slot, so that whoever draws never waits.
 * Start with {@link orrery.service.SkyService}: ask for an epoch, take the newest {@link orrery.service.SkyFrame}.
 */
@NullMarked
package orrery.service;

import org.jspecify.annotations.NullMarked;
