"""Names and titles of a passage -> persons, each once, with country, office, and the rule that says so.

Titles are linked to names first; then every name is resolved to a person of the codebook, or stays an unknown person;
a counterpart takes over the office of the other side, and an office that nobody states is inferred from a tenure.
"""

from collections.abc import Collection, Sequence

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.codebook.records import Person
from sinorus.coding.allegiance import find_allegiances
from sinorus.coding.figures import Figure
from sinorus.coding.identity import Identity, title_words
from sinorus.coding.links import Links
from sinorus.coding.name_shapes import is_patronymic
from sinorus.coding.name_words import NameWords
from sinorus.coding.names import NameFinder
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.roster import Roster
from sinorus.coding.title_links import link
from sinorus.folding import fold_word
from sinorus.model import Tenure

_STYLES = frozenset({"rank", "honorific", "royal", "plain"})
_GENERIC = frozenset("secretary minister director ambassador commissioner chairman head".split())
_RANKING = frozenset("vice deputy assistant former acting first executive under".split())


class PeopleFinder:
    """Finds the persons of passages; remembers who was named before in the same file."""

    def __init__(self, book: Codebook, lexicon: Lexicon, words: NameWords) -> None:
        self._book, self._shapes = book, words.shapes
        self._strangers: dict[tuple[str, ...], str | None] = {}  # their states, by the folded words of full names
        self._names = NameFinder(words, lexicon, self._is_expected, self._strangers)
        self._identity = Identity(book)
        self._above_states = book.above_states
        self._remembered: dict[str, Person] = {}

    def forget(self) -> None:
        """Remember nobody, as at the beginning of a file."""
        self._strangers.clear()
        self._remembered.clear()

    def find(self, passage: Passage, titles: Sequence[Title]) -> list[Figure]:
        """Find the persons of a passage.

        Shape: one figure a person, in the order of their first mention.
        """
        names = self._names.find(passage, titles)
        if not names:
            return []
        figures = [Figure(name, name.first, end=name.last) for name in names]
        links = Links(passage, self._book, titles, figures)
        return self._identify(passage, link(links), links.previous)

    def _is_expected(self, person: Person, day: str) -> bool:
        """Tell whether a person was named before, or held on that day an office that everybody knows."""
        named = any(self._remembered.get(short.casefold()) is person for short in person.short)
        return named or self._identity.is_known_to_all(person, day)

    # -- who they are --------------------------------------------------------------------------------------------

    def _identify(self, passage: Passage, figures: list[Figure], previous: dict[int, Figure]) -> list[Figure]:
        roster = Roster()
        for figure in sorted(figures, key=lambda f: (not f.name.full, f.first)):
            words = passage.folded[figure.first : figure.last]
            self._state(figure)
            self._resolve(passage, figure, roster)
            if figure.person is None and not figure.titles and not figure.counterpart and not figure.name.full:
                if (bearer := roster.bearer(words[-1], figure.first)) is not None:
                    bearer.mentions.append((figure.start, figure.end))
                    continue
                if figure.name.known == ():
                    continue
            if (same := roster.same(figure, words)) is not None:
                _merge(same, figure)
            else:
                figure.mentions.append((figure.start, figure.end))
                roster.add(figure, words)
            if figure.role is not None:
                roster.offices[title_words(figure.role)] = None
        found = sorted(roster.figures, key=lambda f: f.first)
        self._take_over(passage, found)
        for figure in found:
            self._complete(passage, figure)
        find_allegiances(passage, found, previous, self._shapes, self._above_states)
        self._remember_strangers(passage, found)
        return found

    def _remember_strangers(self, passage: Passage, found: Sequence[Figure]) -> None:
        """Keep the full names of unknown persons with their states; give the state to who is named again without."""
        for figure in found:
            if figure.person is None and figure.name.full:
                words = tuple(passage.folded[figure.first : figure.last])
                if not figure.titles:
                    figure.country = figure.country or self._strangers.get(words)
                self._strangers[words] = figure.country or self._strangers.get(words)

    def _state(self, figure: Figure) -> None:
        """Read office and country off the titles that stand with a name."""
        offices = [t for t in figure.titles if t.office.kind not in _STYLES]
        stated = offices or [t for t in figure.titles if t.office.kind in ("rank", "royal")]
        if stated:
            figure.role = " and ".join(
                dict.fromkeys(t.loose_text if t.first > figure.first else t.text for t in stated)
            )
            figure.reason = figure.reason or "title"
        for title in figure.titles:
            figure.organization = figure.organization or (title.organization.name if title.organization else None)
            if figure.country is None and len(title.countries) == 1:
                figure.country = title.countries[0]
        if figure.country is None:
            bodies = (t.organization.country for t in offices if t.organization is not None)
            owners = [t.office.country for t in offices] + [code for code in bodies if code in self._above_states]
            figure.country = next(filter(None, owners), None)

    def _resolve(self, passage: Passage, figure: Figure, roster: Roster) -> None:
        peers: Collection[frozenset[str]] = roster.offices
        if not peers and roster.people:
            tenures = (self._identity.tenure(person, passage.day) for person in roster.people)
            peers = {title_words(t.role.title) for t in tenures if t is not None}
        remembered = self._remembered.get(passage.words.folded[figure.last - 1])
        figure.person = self._identity.resolve(
            figure.name.known, figure.name.full, passage.day, figure.role, figure.country, roster.people, remembered,
            peers,
        )  # fmt: skip
        if figure.person is not None:
            for short in figure.person.short:
                self._remembered[short.casefold()] = figure.person

    # -- what they are -------------------------------------------------------------------------------------------

    def _take_over(self, passage: Passage, figures: list[Figure]) -> None:
        """Give a counterpart the office of the nearest person before, else behind, who has one."""
        taking = [i for i, f in enumerate(figures) if f.counterpart and not _has_office(f)]
        if not taking:
            return
        stated = _nearest([None if f.counterpart else _own_part(f) for f in figures])
        held = _nearest([t.role.title if (t := self._tenure(passage, f)) is not None else None for f in figures])
        for i in taking:
            if (role := stated[i] or held[i]) is not None:
                figures[i].role, figures[i].reason = role, "counterpart"

    def _tenure(self, passage: Passage, figure: Figure) -> Tenure | None:
        return self._identity.tenure(figure.person, passage.day) if figure.person else None

    def _complete(self, passage: Passage, figure: Figure) -> None:
        person = figure.person
        if person is None:
            return
        if figure.role is not None and figure.country is None:
            stated = self._identity.stated_tenure(person, figure.role, passage.day)
            figure.country = stated.role.country if stated is not None else None
        if figure.country is None and figure.role is not None:
            figure.country = person.country
        if figure.role is None:
            tenure = self._identity.tenure(person, passage.day)
            if tenure is not None:
                figure.role, figure.organization = tenure.role.title, tenure.role.organization
                figure.country = figure.country or tenure.role.country
                figure.inferred, figure.reason = True, "tenure"
        elif figure.role.casefold() in _GENERIC:
            self._specify(passage, figure, person)
        figure.country = figure.country or person.country

    def _specify(self, passage: Passage, figure: Figure, person: Person) -> None:
        """Spell out "Secretary Gates" by the office that he held."""
        assert figure.role is not None
        tenure = self._identity.stated_tenure(person, figure.role, passage.day)
        if tenure is not None and not title_words(tenure.role.title) & _RANKING:
            figure.role = tenure.role.title


def display_name(written: str) -> str:
    """Return an unknown person's name in natural order, patronymic dropped.

    >>> display_name("Sidorov Pavel Alexeevich"), display_name("Kim Gye-gwan")
    ('Pavel Sidorov', 'Kim Gye-gwan')
    """
    words = written.split()
    keep = [w for w in words if not is_patronymic(fold_word(w))]
    if len(words) == 3 and len(keep) == 2 and is_patronymic(fold_word(words[2])):
        keep.reverse()
    return " ".join(keep)


def _nearest(values: Sequence[str | None]) -> list[str | None]:
    """Return for each place the nearest value before it, else behind it; the one at the place does not count.

    >>> _nearest([None, "a", None, "b"])
    ['a', 'b', 'a', 'a']
    """
    before: list[str | None] = []
    latest = None
    for value in values:
        before.append(latest)
        latest = value or latest
    latest = None
    for i in range(len(values) - 1, -1, -1):
        before[i] = before[i] or latest
        latest = values[i] or latest
    return before


def _merge(known: Figure, other: Figure) -> None:
    """Add what a later mention of the same person says."""
    known.mentions.append((other.start, other.end))
    if other.role is not None and known.role is None:
        known.role, known.reason = other.role, other.reason
        known.organization = known.organization or other.organization
    known.counterpart = known.counterpart or other.counterpart
    known.country = known.country or other.country
    if other.first < known.first:
        known.name, known.start, known.end = other.name, other.start, other.end


def _own_part(figure: Figure) -> str | None:
    """Return an office without one state's body in it: a "PLA Deputy Chief" has no counterpart in the PLA."""
    role = figure.role
    bodies = [t.organization for t in figure.titles if t.organization is not None and t.organization.country]
    for form in (form for body in bodies for form in (body.acronym, body.name) if form):
        role = role.replace(f"{form} ", "") if role else role
    return role


def _has_office(figure: Figure) -> bool:
    """Tell whether more than a rank or a style is stated of somebody."""
    return figure.role is not None and any(t.office.kind not in _STYLES for t in figure.titles)
