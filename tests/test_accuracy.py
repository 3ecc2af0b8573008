"""The project's own annotated set is coded no worse than this; the README has the exact figures."""

import pytest

from docs.accuracy import Score, code_set, read_set, score

FLOORS = {"persons": 0.97, "organizations": 0.80, "places": 0.80, "topics": 0.64, "activities": 0.64}
SHARES = {"title of persons": 0.95, "country of persons": 0.93, "part of persons": 0.93}


@pytest.fixture(scope="module")
def figures() -> dict[str, Score | float]:
    golds = read_set()
    return score(golds, code_set(golds))


def test_set_is_large_and_covers_all_years() -> None:
    golds = read_set()
    assert len(golds) >= 120
    assert {g["start"][:4] for g in golds} >= {"1999", "2008", "2014", "2022", "2025"}
    assert len({g["text"] for g in golds}) == len(golds)


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_field_is_found_as_well_as_before(field: str, floor: float, figures: dict[str, Score | float]) -> None:
    value = figures[field]
    assert isinstance(value, Score)
    assert value.f1 >= floor


@pytest.mark.parametrize(("share", "floor"), SHARES.items())
def test_share_is_right_as_often_as_before(share: str, floor: float, figures: dict[str, Score | float]) -> None:
    value = figures[share]
    assert isinstance(value, float)
    assert value >= floor
