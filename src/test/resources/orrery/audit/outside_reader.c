/* A reader of little-endian type 2 kernels in C, for tests: sound, or broken in one place as a macro says. */
#include "orrery_reader.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RECORD 1024
#define MOST 64

struct segment {
    double start, end;
    int target, center;
    const double *words;
    long count;
};

struct session {
    unsigned char *bytes;
    struct segment segments[MOST];
    int count;
};

#ifdef BREAK_SCRATCH
#include <sched.h>
static double scratch[6];
#endif
#if defined BREAK_ABORT || defined BREAK_SEGFAULT
static volatile long asked;
#endif

int orrery_reader_version(void) { return ORRERY_READER_VERSION; }

const char *orrery_reader_name(void) { return "outside in C"; }

static int whole(const unsigned char *at) {
    int value;
    memcpy(&value, at, sizeof value);
    return value;
}

static double real(const unsigned char *at) {
    double value;
    memcpy(&value, at, sizeof value);
    return value;
}

void *orrery_reader_open(const char *const *kernels, int count, char *message, int size) {
    struct session *opened = calloc(1, sizeof *opened);
    FILE *file = count == 1 ? fopen(kernels[0], "rb") : NULL;
    if (opened == NULL || file == NULL) {
        snprintf(message, size, "one kernel can be opened");
        free(opened);
        return NULL;
    }
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    opened->bytes = malloc(length);
    if (opened->bytes == NULL || fread(opened->bytes, 1, length, file) != (size_t) length) {
        snprintf(message, size, "%s cannot be read", kernels[0]);
        fclose(file);
        free(opened->bytes);
        free(opened);
        return NULL;
    }
    fclose(file);
    for (int record = whole(opened->bytes + 76); record > 0;) {
        const unsigned char *at = opened->bytes + (long) (record - 1) * RECORD;
        for (int i = 0; i < (int) real(at + 16) && opened->count < MOST; i++) {
            const unsigned char *summary = at + 24 + 40 * i;
            int first = whole(summary + 32);
            opened->segments[opened->count++] = (struct segment){
                real(summary), real(summary + 8), whole(summary + 16), whole(summary + 20),
                (const double *) (opened->bytes + 8L * (first - 1)), whole(summary + 36) - first + 1L};
        }
        record = (int) real(at);
    }
    return opened;
}

static void evaluate(const struct segment *segment, double et, double out[6]) {
    const double *tail = segment->words + segment->count - 4;
    int words = (int) tail[2], last = (int) tail[3] - 1;
    int granule = (int) ((et - tail[0]) / tail[1]);
    const double *record = segment->words + (long) (granule < last ? granule : last) * words;
    double x = (et - record[0]) / record[1], x2 = 2 * x;
    int degree = (words - 2) / 3 - 1;
    for (int c = 0; c < 3; c++) {
        const double *k = record + 2 + c * (degree + 1);
        double w0 = 0, w1 = 0, w2, d0 = 0, d1 = 0, d2;
        for (int j = degree; j > 0; j--) {
            w2 = w1; w1 = w0; w0 = k[j] + (x2 * w1 - w2);
            d2 = d1; d1 = d0; d0 = w1 * 2 + d1 * x2 - d2;
        }
        out[c] = k[0] + (x * w0 - w1);
        out[c + 3] = (w0 + x * d0 - d1) / record[1];
    }
}

static int add(const struct session *session, int body, double et, double sign, double sum[6]) {
    while (body != 0) {
        int i = session->count - 1;
        while (i >= 0
               && (session->segments[i].target != body || et < session->segments[i].start
                   || et > session->segments[i].end)) {
            i--;
        }
        if (i < 0) {
            return 1;
        }
        double one[6];
        evaluate(&session->segments[i], et, one);
        for (int c = 0; c < 6; c++) {
            sum[c] += sign * one[c];
        }
        body = session->segments[i].center;
    }
    return 0;
}

int orrery_reader_state(void *opened, int target, int center, double et, double out[6], char *message, int size) {
#ifdef BREAK_SCRATCH
    double *sum = scratch;
    memset(sum, 0, 6 * sizeof *sum);
#else
    double sum[6] = {0};
#endif
#ifdef BREAK_ABORT
    if (__sync_add_and_fetch(&asked, 1) == 1500) {
        abort();
    }
#endif
#ifdef BREAK_SEGFAULT
    if (__sync_add_and_fetch(&asked, 1) == 1500) {
        *(volatile int *) 16 = 1;
    }
#endif
    int missing = add(opened, target, et, 1, sum);
#ifdef BREAK_SCRATCH
    /* On a machine of one processor nobody else would have a turn here but by chance. */
    sched_yield();
#endif
    if (missing || add(opened, center, et, -1, sum)) {
        snprintf(message, size, "no data for %d relative to %d at %.17g", target, center, et);
        return 1;
    }
    memcpy(out, sum, 6 * sizeof *sum);
    return 0;
}

void orrery_reader_close(void *opened) {
    free(((struct session *) opened)->bytes);
    free(opened);
}
