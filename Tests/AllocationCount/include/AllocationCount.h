/* How often this thread asked for memory: a measure of work that is the same on every machine. */
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/* 0 for ever where the C library gives no way to count (only glibc's does here). */
uint64_t allocation_count(void);

#endif
