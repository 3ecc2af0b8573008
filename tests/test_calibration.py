"""Fitting: weights follow the examples, and stay where they began without any."""

import pytest

pytest.importorskip("scipy")

from calibration.annotated import Example
from calibration.fitting import fit_weights, scores
from calibration.tables import differences

SLUGS = ["energy", "history"]


def examples(count: int, labels: set[str], **signs: float) -> list[Example]:
    return [
        Example({"always": 1.0} | {name.replace("_", ":"): v for name, v in signs.items()}, frozenset(labels))
    ] * count


def test_without_examples_a_theme_is_chosen_when_its_cues_add_up_to_about_one() -> None:
    weights = fit_weights([], SLUGS)
    assert scores({"always": 1.0, "cue:energy": 1.0}, weights)["energy"] > 0
    assert scores({"always": 1.0, "cue:energy": 0.5}, weights)["energy"] < 0


def test_sign_that_goes_with_a_theme_speaks_for_it_and_its_absence_against_it() -> None:
    told = [*examples(40, {"energy"}, side_japan=1.0), *examples(40, {"history"}, side_italy=1.0)]
    weights = fit_weights(told, SLUGS)
    assert weights["side:japan"]["energy"] > 1
    assert weights["side:japan"]["history"] < 0
    found = scores({"always": 1.0, "side:italy": 1.0}, weights)
    assert found["history"] > 0 > found["energy"]


def test_rare_signs_get_no_weight() -> None:
    told = [*examples(40, {"energy"}, side_japan=1.0), *examples(3, {"history"}, side_malta=1.0)]
    assert "side:malta" not in fit_weights(told, SLUGS)


def test_stale_weights_are_told() -> None:
    table = {"side:japan": {"energy": 1.0, "history": 0.5}}
    assert differences(table, {"side:japan": {"energy": 1.01, "history": 0.5}}) == []
    assert differences(table, {"side:japan": {"energy": 1.2, "history": 0.5}}) == ["side:japan for energy"]
    assert differences(table, {"side:japan": {"energy": 1.0}}) == ["side:japan for history"]
