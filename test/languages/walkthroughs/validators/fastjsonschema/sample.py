import json
from pathlib import Path

import fastjsonschema

bundle = json.loads(Path("claims.rules-input.2020-12.json").read_text("utf-8"))
# Without use_default=False it writes defaults into what it validates.
validate = fastjsonschema.compile(bundle, use_default=False, fast_fail=False)

for text in ('{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}'):
    try:
        validate(json.loads(text))
        print("valid")
    except fastjsonschema.JsonSchemaValuesException as found:
        print(*[error.message for error in found.errors], sep="\n")
