"""A name in its context -> the person of the codebook whom it means, or nobody when that cannot be told.

A full name decides by itself. A surname is decided, in this order, by an earlier mention in the entry, by the state and
the office that stand with it, by who held a high office on that day, and by who was named before in the same file. Two
persons that fit equally well leave the name undecided: nobody is chosen by likeness.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Person, covers
from sinorus.folding import fold
from sinorus.model import Tenure

_SAME = {
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "external affairs minister": "foreign minister",
    "minister of external affairs": "foreign minister",
    "foreign secretary": "foreign minister",
    "minister of defense": "defense minister",
    "minister for defense": "defense minister",
    "minister of national defense": "defense minister",
    "secretary of defense": "defense minister",
    "defense secretary": "defense minister",
    "premier": "prime minister",
    "adviser": "advisor",
    "amir": "emir",
    "counsellor": "counselor",
    "vice chairman": "deputy chairman",
}
_PERSON_SUFFIX = re.compile(r"(spokes|chair)(?:man|woman|person)")
_SMALL = frozenset(["of", "the", "for", "and", "to", "on", "in", "at", "s"])
_LOWEST_RANK = 9
_ABOVE_STATES = ("EU", "UN")
_KNOWN_TO_ALL = 3


@lru_cache(maxsize=16384)
def title_words(title: str) -> frozenset[str]:
    """Return the words of a title that count when two titles are compared."""
    text = f" {fold(title.replace('’s', ' ').replace(chr(39) + 's', ' '))} ".replace(" defence ", " defense ")
    for form, standard in _SAME.items():
        text = text.replace(f" {form} ", f" {standard} ")
    text = _PERSON_SUFFIX.sub(r"\1person", text)
    return frozenset(text.split()) - _SMALL


def same_office(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two titles can be the same office, one perhaps said more shortly."""
    return bool(one and other) and (one <= other or other <= one)


class Identity:
    """Resolves names by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._ranks = {o.title: o.rank for o in sorted(book.offices.values(), key=lambda o: -o.rank)}

    def rank(self, title: str) -> int:
        """Return the protocol rank of a title; 9 when it has none."""
        return self._ranks.get(title, _LOWEST_RANK)

    def tenure(self, person: Person, day: str) -> Tenure | None:
        """Return the highest office that a person held on an ISO day."""
        held = person.tenures_on(day)
        return min(held, key=lambda t: self.rank(t.role.title)) if held else None

    def stated_tenure(self, person: Person, title: str, day: str) -> Tenure | None:
        """Return the tenure on that day that a stated title refers to."""
        wanted = title_words(title)
        held = [t for t in person.tenures_on(day) if same_office(wanted, title_words(t.role.title))]
        return min(held, key=lambda t: len(title_words(t.role.title) ^ wanted)) if held else None

    def resolve(
        self,
        known: Sequence[Person],
        full: bool,
        day: str,
        title: str | None,
        country: str | None,
        seen: Collection[Person],
        remembered: Person | None,
        peers: Collection[frozenset[str]] = (),
    ) -> Person | None:
        """Return the person meant by a name, or None when that is undecided."""
        people = _distinct(known)
        if full and len(people) == 1:
            return None if self._is_namesake(people[0], title, country) else people[0]
        here = [p for p in people if p in seen]
        if len(here) == 1 and (title is None or self._may_hold(here[0], title, day)):
            return here[0]
        if country is not None and (same := [p for p in people if p.country == country]):
            people = same
        elif country not in (None, *_ABOVE_STATES) and not full:
            return None
        if title is not None:
            return self._by_title(people, title, day, remembered, full)
        return self._by_standing(people, day, remembered, peers, full)

    def _is_namesake(self, person: Person, title: str | None, country: str | None) -> bool:
        """Tell whether the state and the office that stand with a name show it to be somebody else's."""
        if (
            title is None
            or country in (None, person.country, *_ABOVE_STATES)
            or person.country in (None, *_ABOVE_STATES)
        ):
            return False
        wanted = title_words(title)
        return not any(same_office(wanted, title_words(t.role.title)) for t in person.tenures)

    def _may_hold(self, person: Person, title: str, day: str) -> bool:
        held = person.tenures_on(day)
        wanted = title_words(title)
        return not held or any(same_office(wanted, title_words(t.role.title)) for t in held)

    def _by_title(
        self, people: list[Person], title: str, day: str, remembered: Person | None, full: bool
    ) -> Person | None:
        wanted = title_words(title)
        now = [p for p in people if any(same_office(wanted, title_words(t.role.title)) for t in p.tenures_on(day))]
        ever = [p for p in people if any(same_office(wanted, title_words(t.role.title)) for t in p.tenures)]
        for group in (now, ever):
            if len(group) == 1 and (group is now or len(people) == 1 or self._lived_near(group[0], day)):
                return group[0]
            if remembered in group:
                return remembered
            if group is now and group:
                return self._highest(group, day)
        return people[0] if len(people) == 1 and (full or not ever) and self._lived_near(people[0], day) else None

    def _by_standing(
        self, people: list[Person], day: str, remembered: Person | None, peers: Collection[frozenset[str]], full: bool
    ) -> Person | None:
        active = [p for p in people if p.tenures_on(day)]
        if peers and not full:
            equals = [p for p in active if any(title_words(t.role.title) in peers for t in p.tenures_on(day))]
            if len(equals) == 1:
                return equals[0]
        if remembered in people:
            return remembered
        if len(people) == 1 and (full or active or self._lived_near(people[0], day)):
            return people[0]
        high = active if full else [p for p in active if self._best_rank(p, day) <= _KNOWN_TO_ALL]
        return self._highest(high, day)

    def _highest(self, people: list[Person], day: str) -> Person | None:
        ranked = sorted(people, key=lambda p: self._best_rank(p, day))
        if not ranked or (len(ranked) > 1 and self._best_rank(ranked[0], day) == self._best_rank(ranked[1], day)):
            return None
        return ranked[0]

    def _best_rank(self, person: Person, day: str) -> int:
        tenure = self.tenure(person, day)
        return self.rank(tenure.role.title) if tenure else _LOWEST_RANK + 1

    def _lived_near(self, person: Person, day: str) -> bool:
        """Tell whether a person's known offices lie within a generation of a day, so that it can be the same person."""
        if not person.tenures:
            return True
        year = int(day[:4])
        years = [int(d[:4]) for t in person.tenures for d in (t.since, t.until) if d]
        return not years or min(years) - 25 <= year <= max(years) + 20 or any(covers(t, day) for t in person.tenures)


def _distinct(people: Sequence[Person]) -> list[Person]:
    return list(dict.fromkeys(people))
