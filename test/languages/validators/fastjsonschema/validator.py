"""Validates with fastjsonschema, as the lines of JSON on standard input ask."""

import json
import sys

import fastjsonschema


def answer(question):
    # Its way with defaults is to write them into what it validates, which is then another value.
    validate = fastjsonschema.compile(question["schema"], use_default=False)
    explain = fastjsonschema.compile(question["schema"], use_default=False, fast_fail=False)
    instances = [json.loads(text) for text in question["instances"]]
    return {"verdicts": [verdict(validate, explain, instance) for instance in instances]}


def verdict(validate, explain, instance):
    try:
        validate(instance)
        return {"valid": True, "failures": found_by(explain, instance)}
    except fastjsonschema.JsonSchemaValueException as error:
        return {"valid": False, "failures": found_by(explain, instance) or list(failures(error))}


def found_by(explain, instance):
    try:
        explain(instance)
        return []
    except fastjsonschema.JsonSchemaValuesException as several:
        return [failure for error in several.errors for failure in failures(error)]


def failures(error):
    at = "".join(f"/{escaped(part)}" for part in error.path[1:])
    keyword = error.rule or "false"
    for member in members(keyword, error):
        yield {"at": at, "keyword": keyword, **member}


def members(keyword, error):
    """The error names members in its message alone: they are found again, by what the keyword means."""
    if keyword == "required":
        return [{"member": name} for name in error.definition["required"] if name not in error.value]
    if keyword == "additionalProperties":
        return [{"member": name} for name in error.value if name not in error.definition.get("properties", {})]
    return [{}]


def escaped(name):
    return name.replace("~", "~0").replace("/", "~1")


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=True)
