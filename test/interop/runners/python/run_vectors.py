"""Runs the conformance vectors in a folder through the Python SDK, and prints the ids of those that it gets wrong."""

import json
import pathlib
import sys

from livekit.api import TokenVerifier

OPTIONS = {"NeedsClock", "NeedsLimit", "SeveralKeys"}

wrong = []
for layer in ["form", "signature", "time", "schema", "room-config"]:
    file = pathlib.Path(sys.argv[1], f"{layer}.json")
    for test in json.loads(file.read_text(encoding="utf-8"))["tests"]:
        if OPTIONS.intersection(test["flags"]):
            continue
        try:
            TokenVerifier(test["key"], test["secret"]).verify(test["token"])
            result = "valid"
        except Exception:
            result = "invalid"
        if result != test["result"]:
            wrong.append(test["id"])
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
