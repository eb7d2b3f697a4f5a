"""Validates with jsonschema, for each line of JSON on standard input."""

import json
import sys

from jsonschema.validators import validator_for


def answer(question):
    schema = question["schema"]
    validator = validator_for(schema)(schema)
    return {"verdicts": [verdict(validator, json.loads(text)) for text in question["instances"]]}


def verdict(validator, instance):
    found = [failure for error in validator.iter_errors(instance) for failure in failures(error)]
    return {"valid": not found, "failures": found}


def failures(error):
    """Returns the failures of an error. For an anyOf, these are the failures of its branches."""
    if error.context:
        return [failure for choice in error.context for failure in failures(choice)]
    at = "".join(f"/{escaped(str(part))}" for part in error.absolute_path)
    keyword = error.validator or "false"
    return [{"at": at, "keyword": keyword, **member} for member in members(keyword, error)]


def members(keyword, error):
    """Returns the members of an error. The error only names them in its message, so the keyword is evaluated again."""
    if keyword == "required":
        return [{"member": name} for name in error.validator_value if name not in error.instance]
    if keyword == "additionalProperties":
        return [{"member": name} for name in error.instance if name not in error.schema.get("properties", {})]
    return [{}]


def escaped(name):
    return name.replace("~", "~0").replace("/", "~1")


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))), flush=True)
