"""Builds claims and normalizes room configurations, as the lines of JSON on standard input ask."""

import json
import sys

from build_claims import build_claims
from room_config import normalize_room_config


def answer(question):
    if "build" in question:
        return build_claims(**question["build"])
    claims = json.loads(question["normalize"])
    claims["roomConfig"] = normalize_room_config(claims["roomConfig"])
    return claims


for line in sys.stdin.buffer:
    try:
        print(json.dumps({"ok": answer(json.loads(line))}, allow_nan=False), flush=True)
    except (ValueError, OverflowError) as error:
        print(json.dumps({"error": str(error)}), flush=True)
