"""Every way in which the codebook writes a name or an office -> what it may stand for, found by the longest match.

A form is looked up by its folded words, so spelling variants of case, accents, hyphens and apostrophes need no row.
Where two forms overlap the longer wins, then the one further left. One form may have several senses ("Georgia",
"Washington", "Wang"); which one is meant is decided by the words around it, not here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Country, KnownPlace, Office, Organization, Person
from sinorus.words import Words, key

SenseKind = Literal[
    "person", "short", "organization", "place", "country", "adjective", "demonym", "government", "office", "offices"
]
Item: TypeAlias = Person | Organization | KnownPlace | Country | Office
# How a form must be written to count: anyhow; with a capital at its beginning, its end, or both; in capitals (else "us"
# would be the US).
_ANY, _CAPITAL, _TAIL_CAPITAL, _BOTH_CAPITAL, _CAPITALS = range(5)
_LONGEST_ACRONYM = 7


class Sense(NamedTuple):
    """One thing that a form may stand for."""

    kind: SenseKind
    item: Item
    style: int


class Meaning:
    """Everything that a form may stand for: the first sense of each kind, worked out once a form."""

    __slots__ = ("body", "first", "office", "place", "senses")

    def __init__(self, senses: tuple[Sense, ...]) -> None:
        self.senses = senses
        self.first: dict[SenseKind, Sense] = {sense.kind: sense for sense in reversed(senses)}
        items = [sense.item for sense in senses]
        self.office = next((item for item in items if isinstance(item, Office)), None)
        self.body = next((item for item in items if isinstance(item, Organization)), None)
        self.place = next((item for item in items if isinstance(item, KnownPlace)), None)


@dataclass(slots=True, eq=False)
class Match:
    """A form found in a text. Units: `first` and `last` are token numbers, half-open."""

    first: int
    last: int
    meaning: Meaning

    @property
    def senses(self) -> tuple[Sense, ...]:
        """All that the form may stand for."""
        return self.meaning.senses

    def sense(self, *kinds: SenseKind) -> Sense | None:
        """Return the first sense of the first of these kinds that there is."""
        first = self.meaning.first
        for kind in kinds:
            if kind in first:
                return first[kind]
        return None

    def state(self, *kinds: SenseKind) -> Country | None:
        """Return the state that the form stands for by its name, or as one of the kinds given."""
        sense = self.sense(*kinds) if kinds else self.meaning.first.get("country")
        return sense.item if sense is not None and isinstance(sense.item, Country) else None

    def office(self) -> Office | None:
        """Return the office that the form names, in the singular or the plural."""
        return self.meaning.office

    def body(self) -> Organization | None:
        """Return the organization that the form names."""
        return self.meaning.body

    def place(self) -> KnownPlace | None:
        """Return the place that the form names, states aside."""
        return self.meaning.place

    def persons(self, kind: SenseKind) -> tuple[Person, ...]:
        """Return the persons whose full name ("person") or surname ("short") the form is."""
        return tuple(s.item for s in self.senses if s.kind == kind and isinstance(s.item, Person))


class Lexicon:
    """The forms of a codebook, indexed for matching."""

    def __init__(self, book: Codebook) -> None:
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._meanings: dict[str, Meaning] = {}
        self._acronyms: set[str] = set()  # the forms with a sense that counts in capitals only
        self._lengths: dict[tuple[str, str], tuple[int, ...]] = {}  # by the first two words of forms, longest first
        for form, kind, item, style in _forms(book):
            self._add(form, Sense(kind, item, style))

    def _add(self, form: str, sense: Sense) -> None:
        folded = key(form)
        if not folded:
            return
        known = self._senses.get(folded, ())
        if all((s.kind, s.item) != (sense.kind, sense.item) for s in known):
            self._senses[folded] = (*known, sense)
        if sense.style == _CAPITALS:
            self._acronyms.add(folded)
        words = folded.split(" ")
        if len(words) > 1:
            pair = (words[0], words[1])
            lengths = self._lengths.get(pair, ())
            if len(words) not in lengths:
                self._lengths[pair] = tuple(sorted((*lengths, len(words)), reverse=True))

    def senses(self, folded: str) -> tuple[Sense, ...]:
        """Return all that a name may stand for, given by its folded words with one blank between them."""
        return self._senses.get(folded, ())

    def find(self, words: Words) -> list[Match]:
        """Find the forms in a text.

        Shape: matches in the order of the text, not overlapping.
        """
        found: list[Match] = []
        end = 0
        senses, lengths = self._senses, self._lengths
        for here, pair in enumerate(pairwise((*words.folded, ""))):
            if here < end or (pair not in lengths and pair[0] not in senses):
                continue
            match = self._at(words, here)
            if match is not None and not self._is_overtaken(words, match):
                found.append(match)
                end = match.last
        return found

    def _is_overtaken(self, words: Words, match: Match) -> bool:
        """Tell whether a longer form begins inside this one: "the Gulf" gives way to "Gulf of Oman"; offices never."""
        length = match.last - match.first
        if length == 1 or match.office() is not None:
            return False
        for i in range(match.first + 1, match.last):
            lengths = self._lengths.get((words.folded[i], words.folded[i + 1] if i + 1 < len(words) else ""))
            if lengths is not None and lengths[0] > length:
                other = self._at(words, i)
                if other is not None and other.last - other.first > length:
                    return True
        return False

    def _at(self, words: Words, here: int) -> Match | None:
        """Return the longest form that begins at a token."""
        folded = words.folded
        size = len(folded)
        if here + 1 < size:
            for length in self._lengths.get((folded[here], folded[here + 1]), ()):
                last = here + length
                if last <= size and (meaning := self._meaning(" ".join(folded[here:last]), words, here, last)):
                    return Match(here, last, meaning)
        meaning = self._meaning(folded[here], words, here, here + 1)
        return None if meaning is None else Match(here, here + 1, meaning)

    def _meaning(self, form: str, words: Words, first: int, last: int) -> Meaning | None:
        """Return what a form may stand for as it is written in a text, or None when it stands for nothing."""
        senses = self._senses.get(form)
        if senses is None:
            return None
        if not (words.capital[first] and _ends_in_capital(words, last)) or form in self._acronyms:
            fitting = _fitting(senses, words, first, last)
            return Meaning(fitting) if fitting else None
        meaning = self._meanings.get(form)
        if meaning is None:
            meaning = self._meanings[form] = Meaning(senses)
        return meaning


def _ends_in_capital(words: Words, last: int) -> bool:
    """Tell whether the last word of a form has a capital: of "Kwang-chol" that is "Kwang"."""
    i = last - 1
    while words.joined[i] and not words.capital[i]:
        i -= 1
    return words.capital[i]


def _fitting(senses: tuple[Sense, ...], words: Words, first: int, last: int) -> tuple[Sense, ...]:
    """Keep the senses whose form may be written as it stands here."""
    capital, tail = words.capital[first], _ends_in_capital(words, last)
    allowed = [_ANY]
    if capital:
        allowed.append(_CAPITAL)
    if tail:
        allowed.append(_TAIL_CAPITAL)
    if capital and tail:
        allowed.append(_BOTH_CAPITAL)
    if capital and words.surface[first].isupper():
        allowed.append(_CAPITALS)
    return tuple(s for s in senses if s.style in allowed)


def _forms(book: Codebook) -> Iterator[tuple[str, SenseKind, Item, int]]:
    for country in book.countries.values():
        for form in (country.name, *country.names):
            yield form, "country", country, _style(form)
        for form in country.adjectives:
            yield form, "adjective", country, _style(form)
        for form in country.demonyms:
            yield form, "demonym", country, _style(form)
        for form in country.governments:
            yield form, "government", country, _style(form)
    for office in book.offices.values():
        yield office.form, "office", office, _style(office.form, lower=_ANY)
        yield office.plural, "offices", office, _style(office.plural, lower=_ANY)
    for place in book.places.values():
        for form in (place.name, *place.names, *place.native):
            yield form, "place", place, _style(form)
    for body in book.organizations.values():
        for form in filter(None, (body.name, body.acronym, *body.names)):
            yield form, "organization", body, _style(form)
    for person in book.people.values():
        for form in (person.name, *person.names, *person.native):
            yield form, "person", person, _style(form)
        for form in person.short:
            yield form, "short", person, _style(form)


def _style(form: str, lower: int = _TAIL_CAPITAL) -> int:
    if len(form) <= _LONGEST_ACRONYM and form.isupper() and form.isascii():
        return _CAPITALS
    if form[0].islower():
        return lower
    return _BOTH_CAPITAL if form.rpartition(" ")[2][0].isupper() else _CAPITAL
