package orrery.service;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the bodies of a catalogue are at one epoch, as workers find it.
 *
 * <p>Each body's numbers are written by one worker; nothing is modified once the frame that shows it is published.
 */
final class FrameStates {
    final SkyCatalogue catalogue;
    /** TDB seconds past J2000. */
    final double et;
    /** Six numbers per body, km and km/s; NaN if the body has no data. */
    final double[] states;
    /** Three numbers per body, km: the last or first position of a body shortly outside its coverage; else NaN. */
    final double[] lastSeen;
    /** By NAIF id, why a body that should have data has none. */
    final Map<Integer, String> troubles = new ConcurrentHashMap<>();

    private final SkyAxes axes;
    private final double[] turns;

    /** @param axes the orientations of the catalogue's bodies */
    FrameStates(SkyCatalogue catalogue, SkyAxes axes, double et) {
        this.catalogue = catalogue;
        this.axes = axes;
        this.et = et;
        this.turns = axes.room();
        this.states = new double[catalogue.size() * 6];
        this.lastSeen = new double[catalogue.size() * 3];
        Arrays.fill(lastSeen, Double.NaN);
    }

    /** Computes the orientation of the body at an index. */
    void turn(int index, double[] scratch) {
        axes.turn(index, et, turns, scratch);
    }

    /** Reads what {@link #turn} has found. */
    boolean readTurn(int index, double[] out) {
        return axes.read(index, turns, out);
    }
}
