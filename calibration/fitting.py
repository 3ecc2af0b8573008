"""Examples -> weights of signs: one logistic regression a theme, drawn towards what the codebook says without it.

Before it sees an example, a theme is taken to be chosen when its own cues and states add up to a little less than 1;
every weight is held to that starting point by a penalty on the square of its change, so a rare theme stays near it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize

from calibration.annotated import Example
from sinorus.coding.signs import Signs

Weights = dict[str, dict[str, float]]

_OWN = 4.0
_ENOUGH = 0.9
# What a theme's own words say, and a state whose affairs it is, compared with the words.
_SHARES = {"cue": 1.0, "side": 0.5, "discussed": 0.5, "named": 0.25, "land": 0.25}
_PENALTY = 3.0
_PENALTY_OF_WORDS = 8.0
_PENALTY_OF_BIAS = 1.0
_SEEN = 8
LEAST = 0.15
# Precision and recall balance best when a theme is chosen that is a little less likely than not.
_LENIENCE = 0.9


def fit_weights(examples: Sequence[Example], slugs: Sequence[str]) -> Weights:
    """Return the weights by sign and theme; what is next to nothing is left out."""
    names = _names(examples, slugs)
    column = {name: i for i, name in enumerate(names)}
    values = _matrix([e.signs for e in examples], column)
    penalty = np.array([_penalty(name) for name in names])
    weights: Weights = {name: {} for name in names}
    for slug in slugs:
        start = np.zeros(len(names))
        start[column["always"]] = -_OWN * _ENOUGH
        for kind, share in _SHARES.items():
            if (own := f"{kind}:{slug}") in column:
                start[column[own]] = _OWN * share
        told = np.array([1.0 if slug in e.labels else -1.0 for e in examples])
        fitted = _fit(values, told, start, penalty)
        fitted[column["always"]] += _LENIENCE
        for name, weight in zip(names, fitted, strict=True):
            if abs(weight) >= LEAST:
                weights[name][slug] = round(float(weight), 2)
    return {name: row for name, row in weights.items() if row}


def scores(signs: Signs, weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the score of every theme that a sign speaks for or against."""
    total: Counter[str] = Counter()
    for sign, value in signs.items():
        for slug, weight in weights.get(sign, {}).items():
            total[slug] += weight * value
    return dict(total)


def _penalty(name: str) -> float:
    """Return how dear a change is: words that speak for one theme should seldom speak against another."""
    return _PENALTY_OF_BIAS if name == "always" else _PENALTY_OF_WORDS if name.startswith("cue:") else _PENALTY


def _names(examples: Sequence[Example], slugs: Sequence[str]) -> list[str]:
    seen = Counter(sign for example in examples for sign in example.signs)
    often = {sign for sign, count in seen.items() if count >= _SEEN}
    return sorted(often | {"always"} | {f"cue:{slug}" for slug in slugs})


def _matrix(rows: Sequence[Signs], column: Mapping[str, int]) -> np.ndarray:
    values = np.zeros((len(rows), len(column)))
    for i, signs in enumerate(rows):
        for sign, value in signs.items():
            if sign in column:
                values[i, column[sign]] = value
    return values


def _fit(values: np.ndarray, told: np.ndarray, start: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    """Minimize the logistic loss plus the penalty; `told` is 1 where the theme is there, else -1."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin, change = told * (values @ weights), weights - start
        slope = -told / (1 + np.exp(margin))
        total = np.logaddexp(0, -margin).sum() + 0.5 * (penalty * change**2).sum()
        return float(total), values.T @ slope + penalty * change

    return minimize(loss, start, jac=True, method="L-BFGS-B").x
