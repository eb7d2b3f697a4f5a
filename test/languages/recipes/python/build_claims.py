import json
from typing import Any

from room_config import normalize_room_config

with open("defaults.json", encoding="utf-8") as file:
    DEFAULTS = json.load(file)


def build_claims(claims: dict[str, Any], api_key: str, now: int) -> dict[str, Any]:
    """Returns the payload to sign for claims that a caller wrote and that rules-input accepts."""
    payload = fill({"exp": now + 6 * 3600, "iss": api_key, "nbf": now, **claims}, DEFAULTS["claims"])
    payload.pop("$schema", None)
    payload["roomConfig"] = normalize_room_config(payload["roomConfig"])
    return payload


def fill(given: dict[str, Any], defaults: dict[str, Any], at: str = "") -> dict[str, Any]:
    filled = {**defaults, **given}
    for name, default in defaults.items():
        source = DEFAULTS["follows"].get(f"{at}/{name}")
        if source is not None and name not in given:
            filled[name] = filled[source.rpartition("/")[2]]
        elif isinstance(default, dict) and default:
            filled[name] = fill(filled[name], default, f"{at}/{name}")
    return filled
