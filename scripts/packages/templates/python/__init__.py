"""JSON Schemas of LiveKit access tokens, the defaults of their claims, and conformance vectors."""

import json
from importlib.resources import files
from typing import Any

VERSION = "{{version}}"
PROTOCOL = "{{protocol}}"


def read(path: str) -> str:
    """Returns the text of a file, such as "bundles/index.json"."""
    return files(__name__).joinpath("data", *path.split("/")).read_text(encoding="utf-8")


def load(path: str) -> Any:
    """Parses a file, such as "bundles/index.json"."""
    return json.loads(read(path))
