import json
import math
import re
from typing import Any

with open("claims.rules-decode.2020-12.json", encoding="utf-8") as file:
    DEFINITIONS = json.load(file)["$defs"]

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
DROPPED = object()


def normalize_room_config(config: Any) -> Any:
    """Brings a roomConfig from any spelling of protobuf JSON to that of the rules, which it is to be checked by then."""
    json.dumps(config, ensure_ascii=False).encode()  # Refuses a lone surrogate, as servers do.
    return normalize(config, DEFINITIONS["RoomConfiguration"])


def resolve(schema: dict[str, Any]) -> dict[str, Any]:
    return {**DEFINITIONS.get(schema.get("$ref", "").rpartition("/")[2], {}), **schema}


def normalize(value: Any, schema: dict[str, Any]) -> Any:
    if isinstance(value, dict) and "properties" in schema:
        return normalize_message(value, schema["properties"])
    if isinstance(value, list) and "items" in schema:
        elements = [normalize(element, resolve(schema["items"])) for element in value]
        return [element for element in elements if element is not DROPPED]
    if "x-enum-numbers" in schema:
        return normalize_enum(value, schema["x-enum-numbers"])
    if isinstance(value, str) and schema["type"] in ("integer", "number") and NUMBER.fullmatch(value):
        value = json.loads(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a number is larger than any double")
    return value


def normalize_message(message: dict[str, Any], members: dict[str, Any]) -> dict[str, Any]:
    names = {member.get("x-proto-name"): name for name, member in members.items()} | {name: name for name in members}
    spelled = [(names[spelling], value) for spelling, value in message.items() if spelling in names]
    if len(spelled) > len({name for name, _ in spelled}):
        raise ValueError("a member is there in both spellings")
    # Checked here: the rules do not see a member whose value is dropped.
    groups = [members[name]["x-oneof"] for name, value in spelled if value is not None and "x-oneof" in members[name]]
    if len(groups) > len(set(groups)):
        raise ValueError("two members of a oneof are set")
    normalized = {}
    for name, value in spelled:
        schema = resolve(members[name])
        if value is not None and (value := normalize(value, schema)) is not DROPPED:
            if "x-oneof" in schema or not is_default(value, schema):
                normalized[name] = value
    return normalized


def normalize_enum(value: Any, numbers: dict[str, int]) -> Any:
    if isinstance(value, str):
        return value if value in numbers else DROPPED
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or value % 1 or not -(2**31) <= value < 2**31:
        return value
    return next((name for name, number in numbers.items() if number == value), DROPPED)


def is_default(value: Any, schema: dict[str, Any]) -> bool:
    """Whether protobuf writes the same for it as for an absent one, which is never so for a message."""
    if "x-enum-numbers" in schema:
        return schema["x-enum-numbers"].get(value) == 0 if isinstance(value, str) else False
    defaults = {"boolean": False, "integer": 0, "number": 0, "string": "", "array": [], "object": {}}
    default = defaults.get(schema["type"]) if "properties" not in schema else None
    return value == default and isinstance(value, bool) == isinstance(default, bool)
