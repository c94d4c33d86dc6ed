/* The tables of a rogue, filled from the macros; included behind the rogue's own functions. */
static inline metodica_status rogue_info_abilities(const metodica_adapter *adapter,
                                                   const metodica_sink *out) {
  (void)adapter;
  return say(out, "{\"operations\":{\"describe\":{\"read\":true},\"self_test\":{\"read\":true}}}");
}

static inline metodica_status rogue_self_test(const metodica_adapter *adapter,
                                              const metodica_context *context, const char *in,
                                              size_t bytes, const metodica_sink *out) {
  (void)adapter;
  (void)context;
  (void)in;
  (void)bytes;
  return say(out, "{\"check\":\"alive\",\"result\":\"passed\"}\n");
}

static inline metodica_status rogue_holdings_abilities(const metodica_adapter *adapter,
                                                       const metodica_sink *out) {
  (void)adapter;
  return say(out, "{\"operations\":{\"walk\":{\"read\":true}}}");
}

static const metodica_host_info rogue_info = {ROGUE_INFO_SIZE, rogue_info_abilities, ROGUE_DESCRIBE,
                                              rogue_self_test};
static const metodica_host_holdings rogue_holdings = {
    sizeof(metodica_host_holdings), rogue_holdings_abilities, NULL, NULL, ROGUE_WALK};

static inline const void *good_extension(const metodica_adapter *adapter, const char *id) {
  (void)adapter;
  if (strcmp(id, METODICA_HOST_INFO) == 0)
    return &rogue_info;
  if (strcmp(id, METODICA_HOST_HOLDINGS) == 0)
    return &rogue_holdings;
  return NULL;
}

static const metodica_adapter rogue_adapter = {ROGUE_ADAPTER_SIZE, NULL,       ROGUE_EXTENSION,
                                               ROGUE_START,        ROGUE_STOP, ROGUE_DESTROY};

static inline metodica_status good_create(const metodica_core *core, const char *settings_json,
                                          size_t bytes, const metodica_sink *problem,
                                          const metodica_adapter **made) {
  (void)core;
  (void)settings_json;
  (void)bytes;
  (void)problem;
  *made = &rogue_adapter;
  return METODICA_OK;
}

const metodica_adapter_entry metodica_adapter_v1 = {
    ROGUE_ENTRY_SIZE, ROGUE_MAJOR, ROGUE_MINOR, ROGUE_ID, ROGUE_NAME, "1.0", "none", ROGUE_CREATE};
