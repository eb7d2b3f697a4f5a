"""Decodes each line into Claims and encodes it again."""

import json
import sys

from claims import Claims
from pydantic import ValidationError

for line in sys.stdin.buffer:
    try:
        answer = '{"ok":' + Claims.model_validate_json(line).model_dump_json(exclude_unset=True) + "}"
    except ValidationError as error:
        answer = json.dumps({"error": str(error)})
    sys.stdout.buffer.write(answer.encode() + b"\n")
    sys.stdout.buffer.flush()
