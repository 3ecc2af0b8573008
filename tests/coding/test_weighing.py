"""Signs and weights: what is chosen, in which order, and what is given as the reason."""

from collections.abc import Callable

import pytest

from sinorus.coding.passage import Passage
from sinorus.coding.tallies import Tally
from sinorus.coding.weighing import Weighing

TABLE = {
    "always": {"energy": -2.0, "history": -2.0, "japan": -1.0},
    "cue:energy": {"energy": 3.0},
    "cue:history": {"history": 3.0, "energy": -3.0},
    "side:japan": {"japan": 1.5},
    "sides:2": {"japan": 0.2},
}
TEXT = "Tokyo buys gas."
CASES: list[tuple[str, dict[str, float], list[str]]] = [
    ("above zero", {"cue:energy": 1.0}, ["energy"]),
    ("the weightiest first", {"cue:energy": 2.0, "side:japan": 1.0}, ["energy", "japan"]),
    ("one sign speaks against another", {"cue:energy": 1.0, "cue:history": 1.0}, ["history"]),
    ("below zero, yet the best of those that something points to", {"cue:energy": 0.5}, ["energy"]),
    ("nothing points anywhere", {"sides:2": 1.0}, []),
]


def tallies(signs: dict[str, float]) -> dict[str, Tally]:
    return {s.removeprefix("cue:"): Tally(v, v, 2, 3) for s, v in signs.items() if s.startswith("cue:")}


@pytest.mark.parametrize(("signs", "chosen"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_themes_are_chosen_by_the_sum_of_weights(
    signs: dict[str, float], chosen: list[str], passage: Callable[[str], Passage]
) -> None:
    labels = Weighing(TABLE).choose(passage(TEXT), {"always": 1.0} | signs, tallies(signs), 3)
    assert [label.slug for label in labels] == chosen


def test_no_more_themes_are_chosen_than_asked_for(passage: Callable[[str], Passage]) -> None:
    signs = {"always": 1.0, "cue:energy": 2.0, "side:japan": 1.0}
    assert [label.slug for label in Weighing(TABLE).choose(passage(TEXT), signs, tallies(signs), 1)] == ["energy"]


def test_theme_without_signs_is_chosen_when_its_cues_add_up_to_one(passage: Callable[[str], Passage]) -> None:
    for weight, chosen in ((1.0, ["fisheries"]), (2.5, ["fisheries"])):
        found = Weighing(TABLE).choose(passage(TEXT), {"always": 1.0}, {"fisheries": Tally(weight, weight, 2, 3)}, 3)
        assert [label.slug for label in found] == chosen


def test_label_keeps_its_words_or_else_the_sign_that_spoke(passage: Callable[[str], Passage]) -> None:
    signs = {"always": 1.0, "cue:energy": 2.0, "side:japan": 1.0, "sides:2": 1.0}
    energy, japan = Weighing(TABLE).choose(passage(TEXT), signs, tallies(signs), 3)
    assert (energy.cue, energy.start, energy.end) == ("gas", 11, 14)
    assert (japan.cue, japan.start) == ("japan takes part", None)
