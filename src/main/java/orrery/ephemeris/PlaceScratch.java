package orrery.ephemeris;

import orrery.math.StateRotation;

/** Arrays of one thread for places seen by an observer; what they hold has no meaning between calls. */
final class PlaceScratch {
    /** The observer, the target, and the observer a second before and after: states wrt the barycenter. */
    final double[] observer = new double[6];

    final double[] target = new double[6];
    final double[] before = new double[6];
    final double[] after = new double[6];
    final double[] acceleration = new double[3];

    /** Of the light time asked last: seconds a second. */
    double lightTimeRate;

    /** For frames that turn: their center, and the rotation to them. */
    final double[] center = new double[6];

    final double[] rotation = StateRotation.identity();

    /** For proper places: the Sun, the place a second before and after, unit vectors. */
    final double[] sun = new double[6];

    final double[] earlier = new double[6];
    final double[] later = new double[6];
    final double[] line = new double[3];
    final double[] toTarget = new double[3];
    final double[] toObserver = new double[3];

    final AxesOfDate axes = new AxesOfDate();
    final StellarAberration stellar = new StellarAberration();
}
