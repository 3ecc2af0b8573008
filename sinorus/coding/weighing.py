"""Signs and their weights -> the themes that enough speaks for, each with what speaks for it most.

The score of a theme is the sum of the weights of the passage's signs; above zero it is chosen. The best theme is chosen
even a little below zero, since an entry is about something. A theme that no table of signs knows, such as one of the
user's own, is chosen when its cues add up to 1.
"""

from collections.abc import Mapping

from sinorus.coding.passage import Passage
from sinorus.coding.signs import Signs
from sinorus.coding.tallies import Tally
from sinorus.model import Label

_LEAST = -2.5
_OWN_WEIGHT = 4.0
_OF_STATES = {"side": "{} takes part", "named": "{} is named", "discussed": "{} is talked about", "land": "in {}"}
_OTHERS = {"does": "{}", "sides": "{} states", "rank": "rank of those who take part", "where": "where it happens"}


class Weighing:
    """The weights of one table of signs."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        """Take the weights by sign and theme."""
        self._slugs = tuple(dict.fromkeys(slug for row in weights.values() for slug in row))
        self._known = frozenset(self._slugs)
        number = {slug: i for i, slug in enumerate(self._slugs)}
        self._weights = {sign: tuple((number[s], w) for s, w in row.items()) for sign, row in weights.items()}

    def choose(self, passage: Passage, signs: Signs, tallies: Mapping[str, Tally], most: int) -> tuple[Label, ...]:
        """Return the themes that are chosen, the weightiest first."""
        scores = self._scores(signs, tallies)
        ranked = sorted((slug for slug, score in scores.items() if score > 0), key=lambda slug: -scores[slug])
        if not ranked:
            best = max(self._spoken_for(signs, tallies), key=lambda slug: scores.get(slug, _LEAST), default=None)
            ranked = [best] if best is not None and scores.get(best, _LEAST) > _LEAST else []
        return tuple(self._label(passage, slug, signs, tallies) for slug in ranked[:most])

    def _scores(self, signs: Signs, tallies: Mapping[str, Tally]) -> dict[str, float]:
        sums = [0.0] * len(self._slugs)
        for sign, value in signs.items():
            for i, weight in self._weights.get(sign, ()):
                sums[i] += weight * value
        scores = dict(zip(self._slugs, sums, strict=True))
        for slug in tallies.keys() - self._known:
            scores[slug] = _OWN_WEIGHT * (tallies[slug].weight - 1) + 1e-9
        return scores

    def _spoken_for(self, signs: Signs, tallies: Mapping[str, Tally]) -> list[str]:
        """Return the themes that words or states of the passage point to."""
        return [*tallies, *(slug for sign in signs if (slug := sign.rpartition(":")[2]) in self._known)]

    def _label(self, passage: Passage, slug: str, signs: Signs, tallies: Mapping[str, Tally]) -> Label:
        tally = tallies.get(slug)
        if tally is not None and tally.first >= 0:
            start, end = passage.span(tally.first, tally.last)
            return Label(slug, passage.text[start:end], start, end)
        return Label(slug, self._reason(slug, signs))

    def _reason(self, slug: str, signs: Signs) -> str:
        """Return in words the sign that speaks most for a theme without a cue, that of a state if there is one."""
        rows = ((sign, self._weights.get(sign, ())) for sign in signs)
        speaking = {sign: w * signs[sign] for sign, row in rows for i, w in row if self._slugs[i] == slug and w > 0}
        telling = {s: w for s, w in speaking.items() if s.startswith(tuple(_OF_STATES))} or speaking
        role, _, what = max(telling, key=telling.__getitem__, default="").partition(":")
        return _OF_STATES[role].format(what) if role in _OF_STATES else _OTHERS.get(role, "nothing else").format(what)
