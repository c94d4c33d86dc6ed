// A door 1 that answers by rote, for what the true one does too quickly to be watched: long work,
// trouble, and no answer at all.
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

#include "metodica/embed.h"

struct metodica_instance {
  int slices = 0;
};

struct metodica_reply {
  std::string text;
};

namespace {

constexpr int slices_of_work = 5;
std::atomic<int> calls_so_far = 0;

bool asks(const std::string& request, const char* action) {
  return request.find("\"do\":\"" + std::string(action) + "\"") != std::string::npos;
}

std::string progress(int done) {
  return R"({"kind":"progress","done":)" + std::to_string(done) + R"(,"of":5,"next":{"after":")" +
         std::to_string(done) + R"("}})";
}

std::string screen(const char* title) {
  return std::string(R"({"kind":"screen","id":"test.done","title":")") + title +
         R"(","blocks":[{"block":"form","id":"f","action":"test.save","send":"Trimite","fields":[)"
         R"({"name":"word","is":"text","label":"Cuvântul"}]}]})";
}

}  // namespace

extern "C" {

uint32_t metodica_abi(void) {
  return METODICA_ABI_MAJOR << 16;
}
metodica_reply* metodica_reply_new(void) {
  return new metodica_reply;
}
void metodica_reply_free(metodica_reply* reply) {
  delete reply;
}
const char* metodica_reply_text(const metodica_reply* reply) {
  return reply->text.c_str();
}
size_t metodica_reply_bytes(const metodica_reply* reply) {
  return reply->text.size();
}
metodica_status metodica_reply_write(metodica_reply* reply, const char* utf8, size_t bytes) {
  reply->text.append(utf8, bytes);
  return METODICA_OK;
}
metodica_status metodica_open(const char* /*config*/, metodica_reply* /*problem*/,
                              metodica_instance** made) {
  *made = new metodica_instance;
  return METODICA_OK;
}
metodica_status metodica_on_question(metodica_instance* /*instance*/,
                                     metodica_host_answer /*answer*/, void* /*host*/) {
  return METODICA_OK;
}
metodica_status metodica_start(metodica_instance* /*instance*/, metodica_reply* /*problem*/) {
  return METODICA_OK;
}
void metodica_stop(metodica_instance* /*instance*/) {}
void metodica_close(metodica_instance* instance) {
  delete instance;
}

metodica_status metodica_call(metodica_instance* instance, const char* text, size_t bytes,
                              metodica_reply* reply) {
  const std::string request(text, bytes);
  ++calls_so_far;
  reply->text.clear();
  if (asks(request, "test.long")) {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    reply->text = ++instance->slices < slices_of_work ? progress(instance->slices) : screen("Gata");
    return METODICA_OK;
  }
  if (asks(request, "test.unreachable") && instance->slices++ == 0) {
    reply->text = R"({"kind":"problem","code":"unreachable","text":"Baza de date nu răspunde."})";
    return METODICA_UNREACHABLE;
  }
  if (asks(request, "test.garbage")) {
    reply->text = "<html>";
    return METODICA_OK;
  }
  reply->text = screen("Pagina");
  return METODICA_OK;
}

}  // extern "C"
