// Counts the calls that take memory, and prints their number when the process ends.
// cc -shared -fPIC -O2 -o count.so count-allocations.c -ldl && LD_PRELOAD=./count.so COMMAND

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

static atomic_ulong count;
// What dlsym takes while the real functions are not known yet.
static char early[4096];
static size_t early_used;

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);
static int (*real_posix_memalign)(void **, size_t, size_t);
static void *(*real_aligned_alloc)(size_t, size_t);

__attribute__((constructor)) static void find(void) {
  real_malloc = dlsym(RTLD_NEXT, "malloc");
  real_calloc = dlsym(RTLD_NEXT, "calloc");
  real_realloc = dlsym(RTLD_NEXT, "realloc");
  real_free = dlsym(RTLD_NEXT, "free");
  real_posix_memalign = dlsym(RTLD_NEXT, "posix_memalign");
  real_aligned_alloc = dlsym(RTLD_NEXT, "aligned_alloc");
}

__attribute__((destructor)) static void report(void) {
  fprintf(stderr, "allocations: %lu\n", atomic_load(&count));
}

static void *take_early(size_t size) {
  size = (size + 15) & ~(size_t)15;
  if (size > sizeof early - early_used) return NULL;
  void *memory = early + early_used;
  early_used += size;
  return memory;
}

void *malloc(size_t size) {
  atomic_fetch_add(&count, 1);
  return real_malloc ? real_malloc(size) : take_early(size);
}

void *calloc(size_t number, size_t size) {
  atomic_fetch_add(&count, 1);
  return real_calloc ? real_calloc(number, size) : take_early(number * size);
}

void *realloc(void *memory, size_t size) {
  atomic_fetch_add(&count, 1);
  return real_realloc(memory, size);
}

void free(void *memory) {
  if ((char *)memory >= early && (char *)memory < early + sizeof early) return;
  if (real_free) real_free(memory);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  atomic_fetch_add(&count, 1);
  return real_posix_memalign(memory, alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  atomic_fetch_add(&count, 1);
  return real_aligned_alloc(alignment, size);
}
