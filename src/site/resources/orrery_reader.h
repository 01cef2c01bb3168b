/*
 * A reader of SPK kernels as Orrery audits it: a shared library that exports these five functions.
 *
 *     orrery audit --reader native:./libmine.so --matrix --kernel de440s.bsp --out review
 *
 * It runs in a process of its own. It need not be thread-safe: the audit tries one session for all threads, a session for
 * each thread, and one session behind one lock, and tells which of these hold.
 */
#ifndef ORRERY_READER_H
#define ORRERY_READER_H

#ifdef __cplusplus
extern "C" {
#endif

#define ORRERY_READER_VERSION 1

/* The version of this header that the library was compiled with: ORRERY_READER_VERSION. */
int orrery_reader_version(void);

/* What the reader is called in ledgers, with its own version; UTF-8, never freed. */
const char *orrery_reader_name(void);

/*
 * Opens kernels together, the last with the highest precedence. Returns a session, or NULL after writing why into
 * message, which has room for size bytes with the final zero.
 */
void *orrery_reader_open(const char *const *kernels, int count, char *message, int size);

/*
 * The geometric state of target relative to center, NAIF ids, at et in TDB seconds past J2000: x, y, z in km and vx, vy,
 * vz in km/s, ICRF/J2000. Returns 0, or another number after writing into message why there is none.
 */
int orrery_reader_state(void *session, int target, int center, double et, double out[6], char *message, int size);

/* Closes a session. */
void orrery_reader_close(void *session);

#ifdef __cplusplus
}
#endif

#endif
