"""Vocabulary files into frozen records, with every mistake named by file and line.

A vocabulary file is a YAML mapping `id: {field: value, …}`; the record type says which fields there are.
Unknown or missing fields, wrong types and duplicate ids are VocabularyErrors.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar

import yaml

from etl.errors import VocabularyError

T = TypeVar("T")
ID = re.compile(r"[a-z0-9_-]+")
ALPHA_2 = re.compile(r"[A-Z]{2}")
UNIT_ID = re.compile(r"[a-z_]+|[A-Z]{3}")  # currencies by their ISO 4217 code
SCALARS = {str: "text", float: "a number", int: "a whole number", bool: "true or false"}


def entries(path: Path, record: type[T], id_pattern: re.Pattern[str] = ID) -> dict[str, T]:
    """Read `id: {…}` entries as records of the given dataclass, whose first field is `id`. Order is kept.

    Raises VocabularyError with file and line.
    """
    root = compose(path)
    if not isinstance(root, yaml.MappingNode):
        raise VocabularyError("expected a mapping of ids", path.name, 1)
    found: dict[str, T] = {}
    for key, value in root.value:
        line = key.start_mark.line + 1
        if key.value in found:
            raise VocabularyError(f"duplicate entry {key.value!r}", path.name, line)
        if not id_pattern.fullmatch(key.value):
            raise VocabularyError(f"id {key.value!r} does not match {id_pattern.pattern}", path.name, line)
        found[key.value] = build(record, value, path, key.value)
    return found


def compose(path: Path) -> yaml.Node:
    """The file as YAML nodes, which remember their lines. Raises VocabularyError on bad YAML or encoding."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        raise VocabularyError("not UTF-8", path.name) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise VocabularyError(f"bad YAML: {error.problem}", path.name, line) from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"bad YAML: {error}", path.name) from error
    if node is None:
        raise VocabularyError("the file is empty", path.name, 1)
    return node


def build(record: type[T], node: yaml.Node, path: Path, id: str) -> T:
    """One record from a mapping node."""
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise VocabularyError(f"{id}: expected fields", path.name, line)
    types = _types(record)  # type: ignore[arg-type]  # mypy does not know that classes are hashable
    values: dict[str, Any] = {"id": id} if "id" in types else {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if key.value not in types or key.value == "id":
            known = ", ".join(t for t in types if t != "id")
            raise VocabularyError(f"{id}: unknown field {key.value!r} (known: {known})", path.name, at)
        if key.value in values:
            raise VocabularyError(f"{id}: field {key.value!r} twice", path.name, at)
        values[key.value] = _value(value, types[key.value], path, f"{id}.{key.value}")
    required = {f.name for f in dataclasses.fields(record) if f.default is f.default_factory is dataclasses.MISSING}  # type: ignore[arg-type]
    if missing := sorted(required - set(values)):
        raise VocabularyError(f"{id}: missing {', '.join(missing)}", path.name, line)
    return record(**values)


@lru_cache(maxsize=200)
def _types(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _value(node: yaml.Node, kind: Any, path: Path, where: str) -> Any:
    """A node as the type asked for: a scalar, an optional scalar, a record, or a tuple of any of these."""
    line = node.start_mark.line + 1
    if typing.get_origin(kind) in (typing.Union, UnionType):
        kinds = [k for k in typing.get_args(kind) if k is not type(None)]
        return None if node.tag.endswith(":null") else _value(node, kinds[0], path, where)
    if typing.get_origin(kind) is tuple:
        if not isinstance(node, yaml.SequenceNode):
            raise VocabularyError(f"{where}: expected a list", path.name, line)
        return tuple(_value(item, typing.get_args(kind)[0], path, where) for item in node.value)
    if dataclasses.is_dataclass(kind):
        return build(kind, node, path, where)  # type: ignore[arg-type]
    return _scalar(node, kind, path, where)


def _scalar(node: yaml.Node, kind: Any, path: Path, where: str) -> Any:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.ScalarNode) or node.tag.endswith(":null"):
        raise VocabularyError(f"{where}: expected {SCALARS[kind]}", path.name, line)
    if kind is bool and node.value in ("true", "false"):
        return node.value == "true"
    try:
        return node.value if kind is str else {float: float, int: int}[kind](node.value)
    except (ValueError, KeyError) as error:
        raise VocabularyError(f"{where}: expected {SCALARS[kind]}, not {node.value!r}", path.name, line) from error
