"""The arrows between the rooms: who may import whom."""

import ast
from pathlib import Path

import pytest

import sinorus

PACKAGE = Path(sinorus.__file__).parent
BASE = {"errors", "resources", "folding", "words", "span", "edtf", "labels", "dates", "model"}
ALLOWED = {
    "errors": set(),
    "resources": set(),
    "folding": set(),
    "words": {"folding"},
    "edtf": {"errors"},
    "labels": {"edtf"},
    "span": {"errors", "edtf", "labels"},
    "dates": {"errors", "span", "edtf", "labels"},
    "model": {"span"},
    "codebook": {*BASE, "codebook"},
    "reading": {*BASE, "reading"},
    "coding": {*BASE, "codebook", "coding"},
    "query": {*BASE, "query"},
    "store": {*BASE, "query", "store"},
    "render": {*BASE, "query", "store", "render"},
    "importer": {*BASE, "codebook", "reading", "coding", "store"},
    "recoding": {"model", "query", "store", "importer"},
    "cli": {*BASE, "codebook", "reading", "query", "store", "render", "importer", "recoding", "cli", "__init__"},
    "__main__": {"cli"},
    "__init__": set(),
}


def _room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported_rooms(module: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            names = [node.module or ""]
            if node.module == "sinorus":
                names = ["sinorus.__init__" if a.name == "__version__" else f"sinorus.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("sinorus.")}
    return rooms


MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "_data" not in p.parts)


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_module_imports_only_rooms_below_it(module: Path) -> None:
    room = _room(module)
    assert room in ALLOWED, f"{room} has no place in the plan"
    assert _imported_rooms(module) <= ALLOWED[room] | {room}


@pytest.mark.parametrize("wing", ["codebook", "reading", "coding", "query", "store"])
def test_wing_prints_nothing_and_knows_no_terminal(wing: str) -> None:
    for module in (PACKAGE / wing).rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        imports = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        imports |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert "print" not in names, module
        assert not imports & {"typer", "rich"}, module


@pytest.mark.parametrize("wing", ["reading", "coding", "query", "codebook"])
def test_pure_wing_reads_no_clock(wing: str) -> None:
    for module in (PACKAGE / wing).rglob("*.py"):
        calls = {
            n.attr for n in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(n, ast.Attribute)
        }
        assert not calls & {"today", "now", "utcnow"}, module
