"""Prints the dataclasses of the Python files in a folder as JSON: each field's name and annotation, as Python writes them."""

import ast
import json
import pathlib
import sys


def is_dataclass(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        node = node.func
    return ast.unparse(node) in ("dataclass", "dataclasses.dataclass")


def members(body: ast.ClassDef) -> list[dict[str, str]]:
    bases = [{"name": "", "type": ast.unparse(base)} for base in body.bases]
    fields = [
        {"name": field.target.id, "type": ast.unparse(field.annotation)}
        for field in body.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]
    return bases + fields


classes = [
    {"name": node.name, "members": members(node)}
    for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.py"))
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    if isinstance(node, ast.ClassDef) and any(is_dataclass(each) for each in node.decorator_list)
]
json.dump(classes, sys.stdout)
