package orrery.ephemeris;

import orrery.spk.Workspace;

/** Arrays that one thread's queries write to, so that a query allocates nothing after the thread's first. */
final class QueryScratch {
    private static final ThreadLocal<QueryScratch> OF_THREAD = ThreadLocal.withInitial(QueryScratch::new);

    final Workspace work = new Workspace();
    final double[] hop = new double[6];
    final double[] center = new double[6];
    final double[] batch = new double[6];
    final HopMemo memo = new HopMemo();
    final PlaceScratch place = new PlaceScratch();

    static QueryScratch ofThread() {
        return OF_THREAD.get();
    }
}
