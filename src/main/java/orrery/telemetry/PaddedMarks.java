package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The words of a worker's recorder that its worker writes at every query and others read. They lie between eight words
 * and eight words that nobody uses, so that no two workers ever write one cache line, wherever the collector moves their
 * recorders to; only the speed depends on the virtual machine keeping this order.
 */
@SuppressWarnings({"unused", "UnusedVariable"}) // Room, and words read and written through their handles.
abstract sealed class PaddedMarks permits WorkerRecorder {
    static final VarHandle MARKS = handle("marks");
    static final VarHandle TAG = handle("tag");
    static final VarHandle FAILURES = handle("failures");

    private long before1, before2, before3, before4, before5, before6, before7, before8;

    /** Begins and ends passed: odd while inside a query. */
    long marks;

    /** What kind of query was begun last. */
    long tag;

    /** Queries that ended in a failure. */
    long failures;

    private long after1, after2, after3, after4, after5, after6, after7, after8;

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(PaddedMarks.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
