"""Nothing that an extraction depends on is missing from its recipe."""

import ast
import shutil
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from etl.recipe import ETL, LIBRARIES, ROOMS, recipe
from etl.vocabulary import HERE

FILES = [f for room in ROOMS for f in ([ETL / room] if room.endswith(".py") else sorted((ETL / room).rglob("*.py")))]
TOOLS = {ETL / "vocabulary" / "geonames.py"}  # run by hand to renew a file of the vocabulary; no build imports it


def imported(file: Path) -> set[Path]:
    """The modules of ours that a file imports, as files; a name out of a package is looked for in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("etl"):
            below = ETL.joinpath(*node.module.split(".")[1:])
            for name in node.names:
                places = (
                    below / f"{name.name}.py",
                    below / name.name / "__init__.py",
                    below.with_suffix(".py"),
                    below / "__init__.py",
                )
                found.add(next(p for p in places if p.is_file()))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ETL)))
def test_what_a_room_imports_is_in_the_recipe(file):
    assert imported(file) <= set(FILES)


def test_every_library_that_a_room_imports_is_in_the_recipe():
    distributions = packages_distributions()
    nodes = [node for file in FILES if file not in TOOLS for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}
    names |= {name.name for n in nodes if isinstance(n, ast.Import) for name in n.names}
    ours = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"etl", ""}
    assert {d for name in ours for d in distributions[name]} <= set(LIBRARIES)


def test_no_room_imports_a_tool_that_is_run_by_hand():
    assert not {found for file in ETL.rglob("*.py") if file not in TOOLS for found in imported(file)} & TOOLS


@pytest.mark.parametrize(
    ("name", "changes"),
    [("measures.yml", "extraction"), ("actors.yml", "authority"), ("merging.yml", None), ("places.csv", "extraction")],
)
def test_a_changed_file_of_the_vocabulary_changes_what_depends_on_it(tmp_path, name, changes):
    folder = shutil.copytree(HERE, tmp_path / "words")
    (folder / name).write_text((folder / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    one, other = recipe(HERE), recipe(folder)
    assert one.whole != other.whole
    assert {part for part in ("extraction", "authority") if getattr(one, part) != getattr(other, part)} == ({changes} - {None})
