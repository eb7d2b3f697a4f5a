import json
from pathlib import Path

from jsonschema.validators import validator_for

bundle = json.loads(Path("claims.rules-input.2020-12.json").read_text("utf-8"))
validator = validator_for(bundle)(bundle)

for text in ('{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}'):
    errors = list(validator.iter_errors(json.loads(text)))
    print(*[f"{error.json_path} {error.message}" for error in errors] or ["valid"], sep="\n")
