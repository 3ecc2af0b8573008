"""A name in its context -> the person of the codebook whom it means, or nobody when that cannot be told.

A full name decides by itself, unless the day is far before its bearer's time. A surname is decided, in this order, by
an earlier mention in the entry, by the state and the office that stand with it, by who led a state on that day, by who
was named before in the same file, and by who held another high office. Two persons that fit equally well leave the name
undecided: nobody is chosen by likeness.
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
_LEADS_STATE = 2
_HEADS_UNION = 4
_KNOWN_TO_ALL = 3
# Years before the first and after the last known office in which a surname, and before which a full name, can be meant.
_BEFORE, _AFTER, _LONG_BEFORE = 25, 20, 40


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
        self._above_states = book.above_states
        self._states = {fold(c.name): c.code for c in book.countries.values()}

    def rank(self, title: str) -> int:
        """Return the protocol rank of a title; 9 when it has none."""
        return self._ranks.get(title, _LOWEST_RANK)

    def tenure(self, person: Person, day: str) -> Tenure | None:
        """Return the highest office that a person held on an ISO day."""
        held = person.tenures_on(day)
        return min(held, key=self.standing) if held else None

    def standing(self, tenure: Tenure) -> int:
        """Return the protocol rank of an office held.

        Whoever heads a body, no state, ranks below all who are known; but who heads the UN itself comes first of all.
        """
        rank, body = self.rank(tenure.role.title), tenure.role.organization
        if body is None and tenure.role.country in self._above_states and rank <= _HEADS_UNION:
            return 0
        heads_body = (
            body is not None and tenure.role.country not in self._above_states and fold(body) not in self._states
        )
        return _KNOWN_TO_ALL + 1 if heads_body and rank <= _LEADS_STATE else rank

    def is_known_to_all(self, person: Person, day: str) -> bool:
        """Tell whether a person held on an ISO day an office so high that the surname says enough."""
        return self._best_rank(person, day) <= _KNOWN_TO_ALL

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
            later = not self._lived_near(people[0], day, _LONG_BEFORE, None)
            return None if later or self._is_namesake(people[0], title, country) else people[0]
        here = [p for p in people if p in seen]
        if len(here) == 1 and (title is None or self._may_hold(here[0], title, day)):
            return here[0]
        if country is not None and (same := [p for p in people if country in self._served(p)]):
            people = same
        elif country is not None and country not in self._above_states and not full:
            return None
        people = [p for p in people if self._lived_near(p, day)]
        if title is not None:
            return self._by_title(people, title, day, remembered, full)
        return self._by_standing(people, day, remembered, peers, full)

    def _served(self, person: Person) -> set[str | None]:
        """Return the states that a person can stand for: the own one, and those whose offices the person held."""
        roles = [t.role for t in person.tenures]
        return {
            person.country,
            *(r.country for r in roles),
            *(self._states.get(fold(r.organization or "")) for r in roles),
        }

    def _is_namesake(self, person: Person, title: str | None, country: str | None) -> bool:
        """Tell whether the state and the office that stand with a name show it to be somebody else's."""
        if (
            title is None
            or country in {None, person.country, *self._above_states}
            or person.country in {None, *self._above_states}
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
            if len(group) == 1:
                return group[0]
            if remembered in group:
                return remembered
            if group is now and group:
                return self._highest(group, day)
        return people[0] if len(people) == 1 and (full or not ever) else None

    def _by_standing(
        self, people: list[Person], day: str, remembered: Person | None, peers: Collection[frozenset[str]], full: bool
    ) -> Person | None:
        active = [p for p in people if p.tenures_on(day)]
        if peers and not full:
            equals = [p for p in active if any(self._is_peer(t, peers) for t in p.tenures_on(day))]
            if len(equals) == 1:
                return equals[0]
        leading = [p for p in active if self._best_rank(p, day) <= _LEADS_STATE]
        if not full and (leader := self._highest(leading, day)) is not None:
            return leader
        if remembered in people:
            return remembered
        if len(people) == 1:
            return people[0]
        high = active if full else [p for p in active if self.is_known_to_all(p, day)]
        return self._highest(high, day)

    def _is_peer(self, tenure: Tenure, peers: Collection[frozenset[str]]) -> bool:
        return self.standing(tenure) <= _KNOWN_TO_ALL and title_words(tenure.role.title) in peers

    def _highest(self, people: list[Person], day: str) -> Person | None:
        ranked = sorted(people, key=lambda p: self._best_rank(p, day))
        if not ranked or (len(ranked) > 1 and self._best_rank(ranked[0], day) == self._best_rank(ranked[1], day)):
            return None
        return ranked[0]

    def _best_rank(self, person: Person, day: str) -> int:
        tenure = self.tenure(person, day)
        return self.standing(tenure) if tenure else _LOWEST_RANK + 1

    def _lived_near(self, person: Person, day: str, before: int = _BEFORE, after: int | None = _AFTER) -> bool:
        """Tell whether a day lies so near to a person's known offices that it can be the same person. Units: years."""
        year = int(day[:4])
        years = [int(d[:4]) for t in person.tenures for d in (t.since, t.until) if d]
        near = not years or (min(years) - before <= year and (after is None or year <= max(years) + after))
        return near or any(covers(t, day) for t in person.tenures)


def _distinct(people: Sequence[Person]) -> list[Person]:
    return list(dict.fromkeys(people))
