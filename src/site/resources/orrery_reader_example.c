/* A reader in thirty lines, which knows one thing: everything stands still, one astronomical unit from everything else.
 * cc -shared -fPIC -o libexample.so orrery_reader_example.c */
#include "orrery_reader.h"
#include <stdio.h>
#include <stdlib.h>

struct session {
    int kernels;
};

int orrery_reader_version(void) { return ORRERY_READER_VERSION; }

const char *orrery_reader_name(void) { return "example 1.0"; }

void *orrery_reader_open(const char *const *kernels, int count, char *message, int size) {
    struct session *opened = malloc(sizeof *opened);
    if (opened == NULL || count == 0) {
        snprintf(message, size, "nothing to open%s%s", count ? " for " : "", count ? kernels[0] : "");
        free(opened);
        return NULL;
    }
    opened->kernels = count;
    return opened;
}

int orrery_reader_state(void *session, int target, int center, double et, double out[6], char *message, int size) {
    if (target == center || ((struct session *) session)->kernels == 0) {
        snprintf(message, size, "%d relative to %d at %.17g is not known", target, center, et);
        return 1;
    }
    for (int i = 0; i < 6; i++) out[i] = i == 0 ? 149597870.7 : 0;
    return 0;
}

void orrery_reader_close(void *session) { free(session); }
