"""Prints the dataclasses of the Python files in a folder as JSON: the name and the annotation of each field."""

import ast
import json
import pathlib
import re
import sys


def is_dataclass(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        node = node.func
    return ast.unparse(node) in ("dataclass", "dataclasses.dataclass")


def is_field(node: ast.stmt) -> bool:
    if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
        return False
    return not re.match(r"(typing\.)?ClassVar\b", written(node.annotation))


def written(annotation: ast.expr) -> str:
    # A name in quotes is declared later in the file.
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return re.sub(r"'(\w+)'", r"\1", ast.unparse(annotation))


def parse(file: pathlib.Path) -> ast.Module:
    try:
        return ast.parse(file.read_text(encoding="utf-8"), str(file))
    except (SyntaxError, UnicodeDecodeError) as error:
        sys.exit(f"{file}: {error}")


def members(body: ast.ClassDef) -> list[dict[str, str]]:
    bases = [{"name": "", "type": ast.unparse(base)} for base in body.bases]
    fields = [
        {"name": field.target.id, "type": written(field.annotation)}
        for field in body.body
        if is_field(field)
    ]
    return bases + fields


classes = [
    {"name": node.name, "members": members(node)}
    for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.py"))
    for node in ast.walk(parse(file))
    if isinstance(node, ast.ClassDef) and any(is_dataclass(each) for each in node.decorator_list)
]
json.dump(classes, sys.stdout)
