package orrery.stand;

/**
 * Kernels opened together by a {@link Reader}. It may be queried by one thread or by many at once, depending on the
 * discipline being tried.
 */
@SuppressWarnings("try") // Anything thrown by a reader's own close, including an interrupt, is reported.
public interface Session extends AutoCloseable {
    /**
     * The geometric state of a body relative to another.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @param et TDB seconds past J2000
     * @param out receives x, y, z in km and vx, vy, vz in km/s, ICRF/J2000
     * @throws Exception if there is none, which is a refusal and not a fault; an {@link Error} is a fault
     */
    void state(int target, int center, double et, double[] out) throws Exception;
}
