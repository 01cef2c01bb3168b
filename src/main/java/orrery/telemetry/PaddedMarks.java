package orrery.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The fields of a worker's recorder that its worker writes at every query and others read. Eight unused words before
 * and after them keep any two workers from writing to the same cache line, wherever the collector moves their
 * recorders; only the speed depends on the virtual machine keeping this order.
 */
@SuppressWarnings({"unused", "UnusedVariable"}) // Padding, and words accessed through their handles.
abstract sealed class PaddedMarks permits WorkerRecorder {
    static final VarHandle MARKS = handle("marks");
    static final VarHandle TAG = handle("tag");
    static final VarHandle FAILURES = handle("failures");

    private long before1, before2, before3, before4, before5, before6, before7, before8;

    /** Number of begins and ends passed: odd while inside a query. */
    long marks;

    /** The kind of the last query begun. */
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
