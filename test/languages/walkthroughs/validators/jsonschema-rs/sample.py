import json
from pathlib import Path

import jsonschema_rs

bundle = json.loads(Path("claims.rules-input.2020-12.json").read_text("utf-8"))
validator = jsonschema_rs.validator_for(bundle)

for text in ('{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}'):
    errors = list(validator.iter_errors(json.loads(text)))
    print(*[f"{error.instance_path} {error.message}" for error in errors] or ["valid"], sep="\n")
