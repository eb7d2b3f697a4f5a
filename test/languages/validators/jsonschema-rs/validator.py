"""Validates with jsonschema-rs, for each line of JSON on standard input."""

import json
import sys

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind


def answer(question):
    validator = jsonschema_rs.validator_for(question["schema"])
    return {"verdicts": [verdict(validator, json.loads(text)) for text in question["instances"]]}


def verdict(validator, instance):
    found = [failure for error in validator.iter_errors(instance) for failure in failures(error)]
    return {"valid": validator.is_valid(instance), "failures": found}


def failures(error):
    """Returns the failures of an error. For an anyOf, these are the failures of its branches."""
    kind = error.kind
    if isinstance(kind, ValidationErrorKind.AnyOf):
        return [failure for choice in kind.context for each in choice for failure in failures(each)]
    at = "".join(f"/{escaped(str(part))}" for part in error.instance_path)
    keyword = "false" if isinstance(kind, ValidationErrorKind.FalseSchema) else kind.name
    return [{"at": at, "keyword": keyword, **member} for member in members(kind)]


def members(kind):
    if isinstance(kind, ValidationErrorKind.Required):
        return [{"member": kind.property}]
    if isinstance(kind, ValidationErrorKind.AdditionalProperties):
        return [{"member": name} for name in kind.unexpected]
    return [{}]


def escaped(name):
    return name.replace("~", "~0").replace("/", "~1")


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=True)
