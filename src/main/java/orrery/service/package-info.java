/**
 * The background service: worker threads that compute frames, paths and facts about bodies from one shared mapped
 * kernel. May use ephemeris and below, and telemetry; knows no window and runs without one. Every result is an
 * immutable value in a latest-value slot, so that drawing never waits. Start with {@link orrery.service.SkyService}:
 * request an epoch, take the newest {@link orrery.service.SkyFrame}.
 */
@NullMarked
package orrery.service;

import org.jspecify.annotations.NullMarked;
