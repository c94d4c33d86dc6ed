#define _POSIX_C_SOURCE 200809L
/* A C host: reads a walk (see ../README.md), sends each request through door 1, checks each reply. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metodica/embed.h"

static char *line_of(FILE *in, char **buffer, size_t *room) {
  ssize_t length = getline(buffer, room, in);
  if (length < 0) return NULL;
  if (length > 0 && (*buffer)[length - 1] == '\n') (*buffer)[length - 1] = '\0';
  return *buffer;
}

/* Does one thing to its end. Long work comes in slices: the same request again, with what the reply
   names as its next arguments, which stand last in both. */
static metodica_status finish(metodica_instance *instance, const char *line, metodica_reply *reply) {
  static const char args[] = "\"args\":", next[] = "\"next\":", progress[] = "{\"kind\":\"progress\"";
  metodica_status status = metodica_call(instance, line, strlen(line), reply);
  while (status == METODICA_OK &&
         strncmp(metodica_reply_text(reply), progress, strlen(progress)) == 0) {
    const size_t head = (size_t)(strstr(line, args) - line) + strlen(args);
    const char *rest = strstr(metodica_reply_text(reply), next) + strlen(next);
    char *request = malloc(head + strlen(rest) + 1);
    if (request == NULL) return METODICA_DEFECT;
    memcpy(request, line, head);
    strcpy(request + head, rest);
    status = metodica_call(instance, request, strlen(request), reply);
    free(request);
  }
  return status;
}

int main(int argc, char **argv) {
  metodica_instance *instance = NULL;
  metodica_reply *reply = metodica_reply_new();
  FILE *walk = argc == 3 ? fopen(argv[2], "r") : NULL;
  char *buffer = NULL, *line;
  size_t room = 0;
  char step[200] = "";
  int steps = 0, faults = 0;
  metodica_status status = METODICA_OK;

  if (walk == NULL || reply == NULL) {
    fprintf(stderr, "usage: walk CONFIG WALK\n");
    return 2;
  }
  if (metodica_abi() >> 16 != METODICA_ABI_MAJOR) return 3;
  if (metodica_open(argv[1], reply, &instance) != METODICA_OK ||
      metodica_start(instance, reply) != METODICA_OK) {
    fprintf(stderr, "%s\n", metodica_reply_text(reply));
    return 1;
  }
  while ((line = line_of(walk, &buffer, &room)) != NULL) {
    if (line[0] == '#') {
      snprintf(step, sizeof(step), "%s", line + 2);
    } else if (line[0] == '{') {
      status = finish(instance, line, reply);
      ++steps;
    } else if (line[0] == '=' && status != atoi(line + 2)) {
      printf("not ok: %s: status %d\n%.400s\n", step, (int)status, metodica_reply_text(reply));
      ++faults;
    } else if (line[0] == '~' && strstr(metodica_reply_text(reply), line + 2) == NULL) {
      printf("not ok: %s: no %s in\n%.2000s\n", step, line + 2, metodica_reply_text(reply));
      ++faults;
    }
  }
  printf("%d steps, %d faults\n", steps, faults);
  metodica_close(instance);
  metodica_reply_free(reply);
  free(buffer);
  fclose(walk);
  return steps > 0 && faults == 0 ? 0 : 1;
}
