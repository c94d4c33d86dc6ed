/* What a host pays to have the plugin: loads it, opens and starts an instance on data that exist,
   each time in a fresh process, and prints the medians.
   Run: bench_load LIBRARY CONFIGURATION [TIMES] */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "metodica/embed.h"

enum { most_times = 1001 };

typedef struct figures {
  double ms;
  double resident_kib; /* added pages, shared ones included */
  double own_kib;      /* added proportional set: shared pages count by their share */
} figures;

static double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double memory_kib(const char *name) {
  char line[256];
  double value = 0;
  FILE *file = fopen("/proc/self/smaps_rollup", "r");
  while (file != NULL && fgets(line, sizeof line, file) != NULL) {
    if (strncmp(line, name, strlen(name)) == 0) value = atof(line + strlen(name));
  }
  if (file != NULL) fclose(file);
  return value;
}

/* A data pointer of dlsym becomes a function without a cast that C99 does not know. */
static void find(void *library, const char *name, void *function) {
  void *found = dlsym(library, name);
  if (found == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
  memcpy(function, &found, sizeof found);
}

static figures measure(const char *path, const char *configuration) {
  metodica_reply *(*reply_new)(void);
  const char *(*reply_text)(const metodica_reply *);
  metodica_status (*open_instance)(const char *, metodica_reply *, metodica_instance **);
  metodica_status (*start)(metodica_instance *, metodica_reply *);
  const double resident = memory_kib("Rss:"), own = memory_kib("Pss:"), begun = now_ms();
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
  find(library, "metodica_reply_new", &reply_new);
  find(library, "metodica_reply_text", &reply_text);
  find(library, "metodica_open", &open_instance);
  find(library, "metodica_start", &start);
  metodica_reply *reply = reply_new();
  metodica_instance *instance = NULL;
  if (open_instance(configuration, reply, &instance) != METODICA_OK || start(instance, reply) != METODICA_OK) {
    fprintf(stderr, "%s\n", reply_text(reply));
    exit(1);
  }
  const double ended = now_ms();
  return (figures){ended - begun, memory_kib("Rss:") - resident, memory_kib("Pss:") - own};
}

static int by_value(const void *left, const void *right) {
  const double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, by_value);
  return values[count / 2];
}

int main(int count, char **arguments) {
  static double ms[most_times], resident[most_times], own[most_times];
  if (count < 3) {
    fprintf(stderr, "bench_load LIBRARY CONFIGURATION [TIMES]\n");
    return 2;
  }
  int times = count > 3 ? atoi(arguments[3]) : 41;
  if (times < 1 || times > most_times) times = 41;
  for (int time = 0; time < times; ++time) {
    int ends[2];
    figures one;
    if (pipe(ends) != 0) return 1;
    if (fork() == 0) {
      one = measure(arguments[1], arguments[2]);
      _exit(write(ends[1], &one, sizeof one) == (ssize_t)sizeof one ? 0 : 1);
    }
    close(ends[1]);
    if (read(ends[0], &one, sizeof one) != (ssize_t)sizeof one) return 1;
    close(ends[0]);
    wait(NULL);
    ms[time] = one.ms, resident[time] = one.resident_kib, own[time] = one.own_kib;
  }
  const double best = (qsort(ms, (size_t)times, sizeof *ms, by_value), ms[0]);
  printf("load + open + start: median %.1f ms, best %.1f ms; added %.1f MiB, %.1f MiB by share\n",
         median(ms, times), best, median(resident, times) / 1024, median(own, times) / 1024);
  return 0;
}
