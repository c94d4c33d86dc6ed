#!/usr/bin/env python3
"""A Python host: reads a walk, sends each request through door 1 by ctypes, checks each reply."""

import ctypes
import json
import sys


class Door:
    def __init__(self, library, configuration):
        self.c = ctypes.CDLL(library)
        self.c.metodica_reply_new.restype = ctypes.c_void_p
        self.c.metodica_reply_text.restype = ctypes.c_char_p
        self.c.metodica_reply_text.argtypes = [ctypes.c_void_p]
        self.c.metodica_reply_free.argtypes = [ctypes.c_void_p]
        self.c.metodica_open.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p)]
        self.c.metodica_start.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        self.c.metodica_call.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
        self.c.metodica_close.argtypes = [ctypes.c_void_p]
        self.reply = self.c.metodica_reply_new()
        self.instance = ctypes.c_void_p()
        for status in (
            self.c.metodica_open(configuration.encode(), self.reply, ctypes.byref(self.instance)),
            self.c.metodica_start(self.instance, self.reply) if self.instance else -1,
        ):
            if status != 0:
                raise SystemExit(self.text())

    def text(self):
        return self.c.metodica_reply_text(self.reply).decode("utf-8")

    def call(self, request):
        data = request.encode("utf-8")
        return self.c.metodica_call(self.instance, data, len(data), self.reply), self.text()

    def finish(self, request):
        """Does one thing to its end: long work comes in slices, each naming its next arguments."""
        status, text = self.call(request)
        while (reply := json.loads(text))["kind"] == "progress":
            status, text = self.call(json.dumps(json.loads(request) | {"args": reply["next"]}))
        return status, text

    def close(self):
        self.c.metodica_close(self.instance)
        self.c.metodica_reply_free(self.reply)


def main(library, configuration, walk):
    door = Door(library, configuration)
    step, status, reply, steps, faults = "", 0, "", 0, 0
    with open(walk, encoding="utf-8") as lines:
        for line in (text.rstrip("\n") for text in lines):
            if line.startswith("# "):
                step = line[2:]
            elif line.startswith("{"):
                status, reply = door.finish(line)
                steps += 1
            elif line.startswith("= ") and status != int(line[2:]):
                print(f"not ok: {step}: status {status}\n{reply[:400]}")
                faults += 1
            elif line.startswith("~ ") and line[2:] not in reply:
                print(f"not ok: {step}: no {line[2:]} in\n{reply[:2000]}")
                faults += 1
    door.close()
    print(f"{steps} steps, {faults} faults")
    return 0 if steps > 0 and faults == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
