"""Validates with fastjsonschema, for each line of JSON on standard input."""

import json
import sys

import fastjsonschema


def answer(question):
    # By default it writes defaults into the value that it validates.
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
    """Returns the members of an error. The error only names them in its message, so the keyword is evaluated again."""
    if keyword == "required":
        return [{"member": name} for name in error.definition["required"] if name not in error.value]
    if keyword == "additionalProperties":
        return [{"member": name} for name in error.value if name not in error.definition.get("properties", {})]
    return [{}]


def escaped(name):
    return name.replace("~", "~0").replace("/", "~1")


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=True)
