/* Libraries that must be refused: none of ours (OTHER), of another interface (ABI), of another
 * version. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef OTHER
int metodica_other(void);
int metodica_other(void) {
  return 1;
}
#else
#ifndef ABI
#define ABI 1
#endif
static const char about[] = "{\"kind\":\"data\",\"version\":\"9.9.9\"}";

uint32_t metodica_abi(void);
uint32_t metodica_abi(void) {
  return (uint32_t)ABI << 16;
}
void* metodica_reply_new(void);
void* metodica_reply_new(void) {
  return malloc(1);
}
const char* metodica_reply_text(const void* reply);
const char* metodica_reply_text(const void* reply) {
  (void)reply;
  return about;
}
size_t metodica_reply_bytes(const void* reply);
size_t metodica_reply_bytes(const void* reply) {
  (void)reply;
  return strlen(about);
}
int32_t metodica_reply_write(void* reply, const char* text, size_t bytes);
int32_t metodica_reply_write(void* reply, const char* text, size_t bytes) {
  (void)reply, (void)text, (void)bytes;
  return 0;
}
int32_t metodica_open(const char* config, void* problem, void** made);
int32_t metodica_open(const char* config, void* problem, void** made) {
  (void)config;
  *made = problem;
  return 0;
}
int32_t metodica_on_question(void* instance, void* answer, void* host);
int32_t metodica_on_question(void* instance, void* answer, void* host) {
  (void)instance, (void)answer, (void)host;
  return 0;
}
int32_t metodica_start(void* instance, void* problem);
int32_t metodica_start(void* instance, void* problem) {
  (void)instance, (void)problem;
  return 0;
}
int32_t metodica_call(void* instance, const char* request, size_t bytes, void* reply);
int32_t metodica_call(void* instance, const char* request, size_t bytes, void* reply) {
  (void)instance, (void)request, (void)bytes, (void)reply;
  return 0;
}
void metodica_close(void* instance);
void metodica_close(void* instance) {
  free(instance);
}
#endif
