"""Names and titles of a passage -> persons, each once, with country, office, and the rule that says so.

Titles are linked to names first; then every name is resolved to a person of the codebook, or stays an unknown person;
a counterpart takes over the office of the other side, and an office that nobody states is inferred from a tenure.
"""

from collections.abc import Sequence

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.codebook.records import Person
from sinorus.coding.figures import Figure
from sinorus.coding.identity import Identity, title_words
from sinorus.coding.names import NameFinder, is_patronymic
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage
from sinorus.coding.title_links import Linker
from sinorus.folding import fold_word
from sinorus.model import Tenure

_STYLES = frozenset({"rank", "honorific", "royal", "person"})
_GENERIC = frozenset("secretary minister director ambassador commissioner chairman head".split())
_RANKING = frozenset("vice deputy assistant former acting first executive under".split())


class PeopleFinder:
    """Finds the persons of passages; remembers who was named before in the same file."""

    def __init__(self, book: Codebook, lexicon: Lexicon) -> None:
        self._book = book
        self._names = NameFinder(book, lexicon)
        self._identity = Identity(book)
        self._remembered: dict[str, Person] = {}
        self._unknown: dict[str, tuple[str, str | None]] = {}

    def find(self, passage: Passage, titles: Sequence[Title]) -> list[Figure]:
        """Find the persons of a passage.

        Shape: one figure a person, in the order of their first mention.
        """
        names = self._names.find(passage, titles)
        if not names:
            return []
        figures = [Figure(name, name.first, end=name.last) for name in names]
        linker = Linker(passage, self._book, titles, figures)
        figures = linker.link()
        return self._identify(passage, figures, linker.previous)

    # -- who they are --------------------------------------------------------------------------------------------

    def _identify(self, passage: Passage, figures: list[Figure], previous: dict[int, Figure]) -> list[Figure]:
        found: list[Figure] = []
        for figure in sorted(figures, key=lambda f: (not f.name.full, f.first)):
            self._state(figure)
            self._resolve(passage, figure, found)
            if figure.person is None and not figure.titles and not figure.counterpart and not figure.name.full:
                if self._same_surname(passage, figure, found):
                    continue
                if figure.name.known == ():
                    continue
            if (same := self._earlier(passage, figure, found)) is not None:
                _merge(same, figure)
            else:
                figure.mentions.append((figure.start, figure.end))
                found.append(figure)
        found.sort(key=lambda f: f.first)
        self._take_over(passage, found)
        for figure in found:
            self._inherit_country(figure, previous, found)
            self._complete(passage, figure)
        for figure in found:
            if figure.person is None and figure.country is None:
                figure.country = self._country_of_body(figure) or self._country_by_name(passage, figure, found)
        return found

    def _country_of_body(self, figure: Figure) -> str | None:
        return next((t.organization.country for t in figure.titles if t.organization is not None), None)

    def _country_by_name(self, passage: Passage, figure: Figure, found: Sequence[Figure]) -> str | None:
        """Return the state that a surname belongs to, if the passage speaks of that state as well."""
        if figure.organization is not None:
            return None
        home = self._names.shapes.home(passage.folded[figure.first : figure.last])
        if home is None:
            return None
        at_hand = any(f.country == home for f in found)
        states = (m.state("country", "adjective", "government", "demonym") for m in passage.matches)
        return home if at_hand or any(s is not None and s.code == home for s in states) else None

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
            figure.country = next((t.office.country for t in offices if t.office.country), None)

    def _resolve(self, passage: Passage, figure: Figure, found: list[Figure]) -> None:
        seen = [f.person for f in found if f.person is not None]
        peers = [title_words(f.role) for f in found if f.role]
        if not peers:
            peers = [
                title_words(t.role.title) for p in seen if (t := self._identity.tenure(p, passage.day)) is not None
            ]
        remembered = self._remembered.get(passage.words.folded[figure.last - 1])
        figure.person = self._identity.resolve(
            figure.name.known, figure.name.full, passage.day, figure.role, figure.country, seen, remembered, peers
        )
        if figure.person is not None:
            for short in figure.person.short:
                self._remembered[short.casefold()] = figure.person

    def _same_surname(self, passage: Passage, figure: Figure, found: list[Figure]) -> bool:
        """Fold a surname alone into a person of the passage who bears it."""
        words = passage.folded[figure.first : figure.last]
        for other in reversed(found):
            if other.first < figure.first and words[-1] in passage.folded[other.first : other.last]:
                other.mentions.append((figure.start, figure.end))
                return True
        return False

    def _earlier(self, passage: Passage, figure: Figure, found: list[Figure]) -> Figure | None:
        if figure.person is not None:
            return next((f for f in found if f.person is figure.person), None)
        mine = set(passage.folded[figure.first : figure.last])
        for other in found:
            theirs = set(passage.folded[other.first : other.last])
            if (mine <= theirs or theirs <= mine) and other.person is None:
                return other
            if not figure.name.full and mine <= theirs and (figure.country in (None, other.country)):
                return other
        return None

    # -- what they are -------------------------------------------------------------------------------------------

    def _take_over(self, passage: Passage, figures: list[Figure]) -> None:
        """Give a counterpart the office of the nearest person before, else behind, who has one."""
        for i, figure in enumerate(figures):
            if not figure.counterpart or figure.role is not None:
                continue
            others = [*reversed(figures[:i]), *figures[i + 1 :]]
            role = next((_own_part(f) for f in others if f.role and not f.counterpart), None)
            if role is None:
                role = next((t.role.title for f in others if (t := self._tenure(passage, f)) is not None), None)
            figure.role, figure.reason = role, "counterpart"

    def _tenure(self, passage: Passage, figure: Figure) -> Tenure | None:
        return self._identity.tenure(figure.person, passage.day) if figure.person else None

    def _inherit_country(self, figure: Figure, previous: dict[int, Figure], found: list[Figure]) -> None:
        """In "Prime Minister A, Foreign Minister B" an unknown B serves the state of A."""
        if figure.person is not None or figure.country is not None or figure.organization is not None:
            return
        before = previous.get(figure.first)
        national = any(t.office.kind in ("state", "government") for t in figure.titles)
        if before is not None and national and before in found and _serves_state(before):
            figure.country = before.country or (before.person.country if before.person else None)

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
    """Return an office without one state's body in front: a "PLA Deputy Chief" has no counterpart in the PLA."""
    role = figure.role
    bodies = [t.organization for t in figure.titles if t.organization is not None and t.organization.country]
    for form in (form for body in bodies for form in (body.acronym, body.name) if form):
        role = role.removeprefix(f"{form} ") if role else role
    return role


def _serves_state(figure: Figure) -> bool:
    return any(t.office.kind in ("state", "government") and t.organization is None for t in figure.titles) and (
        figure.country not in ("EU", "UN")
    )
