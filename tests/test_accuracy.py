"""Annotated entries are coded no worse than this; the README has the exact figures of the unseen ones."""

from pathlib import Path

import pytest

from docs.accuracy import SET, Score, code_set, read_set, score

WORLD = Path(__file__).parent / "data" / "world-2026.jsonl"
FLOORS = {
    (SET, "persons"): 0.97,
    (SET, "organizations"): 0.74,
    (SET, "places"): 0.83,
    (SET, "topics"): 0.67,
    (SET, "activities"): 0.70,
    (SET, "title of persons"): 0.93,
    (SET, "country of persons"): 0.88,
    (SET, "part of persons"): 0.96,
    (WORLD, "persons"): 0.98,
    (WORLD, "organizations"): 0.84,
    (WORLD, "places"): 0.84,
    (WORLD, "title of persons"): 0.97,
    (WORLD, "country of persons"): 0.94,
    (WORLD, "part of persons"): 0.95,
}
Figures = dict[Path, dict[str, Score | float]]


@pytest.fixture(scope="module")
def figures() -> Figures:
    return {file: score(golds := read_set(file), code_set(golds)) for file in (SET, WORLD)}


def test_sets_are_large_and_share_no_text() -> None:
    unseen, world = ({gold["text"] for gold in read_set(file)} for file in (SET, WORLD))
    fitted = {gold["text"] for file in Path("calibration/sets").glob("*.jsonl") for gold in read_set(file)}
    assert (len(unseen), len(world)) == (135, 150)
    assert not unseen & (world | fitted)


@pytest.mark.parametrize(("file", "field"), FLOORS, ids=lambda key: key.stem if isinstance(key, Path) else key)
def test_field_is_coded_as_well_as_before(file: Path, field: str, figures: Figures) -> None:
    value = figures[file][field]
    assert (value.f1 if isinstance(value, Score) else value) >= FLOORS[file, field]
