"""Names and titles of a passage -> persons, each once, with country, office, and the rule that says so.

A title belongs to a name that it stands before ("FM Lavrov"), behind ("Cui Tiankai, Chinese Vice FM"), or shares with
others in a list ("Presidents Putin and Bush"; "Oskanian and Mammadyarov, the Armenian and Azerbaijani foreign
ministers"). "Counterpart" takes over the office of the other side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Lexicon
from sinorus.codebook.records import Country, Person
from sinorus.coding.english import BECOMES, DETERMINERS
from sinorus.coding.identity import Identity
from sinorus.coding.names import Name, NameFinder, after_gloss, is_patronymic
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

_LINKS = frozenset({",", "and", "&", "as", "well", "along", "with", "both", "or", "then", "also", ":", "plus", "including"})
_STYLES = frozenset({"rank", "honorific", "royal", "person"})
_GENERIC = frozenset("secretary minister director ambassador commissioner chairman head".split())
_RANKING = frozenset("vice deputy assistant former acting first executive under".split())


@dataclass(slots=True)
class Figure:
    """A person in a passage. Units: `first`, `last` are the tokens of the name, `start` that of its first title."""

    name: Name
    start: int
    titles: list[Title] = field(default_factory=list)
    person: Person | None = None
    country: str | None = None
    role: str | None = None
    organization: str | None = None
    reason: str = ""
    counterpart: bool = False
    inferred: bool = False
    end: int = 0
    mentions: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.name.first

    @property
    def last(self) -> int:
        return self.name.last


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
        linker = _Linker(passage, self._book, titles, figures)
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
        return found

    def _state(self, figure: Figure) -> None:
        """Read office and country off the titles that stand with a name."""
        offices = [t for t in figure.titles if t.office.kind not in _STYLES]
        stated = offices or [t for t in figure.titles if t.office.kind in ("rank", "royal")]
        if stated:
            figure.role = " and ".join(dict.fromkeys(t.loose_text if t.first > figure.first else t.text for t in stated))
            figure.reason = figure.reason or "title"
        for title in figure.titles:
            figure.organization = figure.organization or (title.organization.name if title.organization else None)
            if figure.country is None and len(title.countries) == 1:
                figure.country = title.countries[0]
        if figure.country is None:
            figure.country = next((t.office.country for t in offices if t.office.country), None)

    def _resolve(self, passage: Passage, figure: Figure, found: list[Figure]) -> None:
        seen = [f.person for f in found if f.person is not None]
        peers = [self._identity.words(f.role) for f in found if f.role]
        if not peers:
            peers = [
                self._identity.words(t.role.title) for p in seen if (t := self._identity.tenure(p, passage.day)) is not None
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
            role = next((f.role for f in others if f.role and not f.counterpart), None)
            if role is None:
                role = next((t.role.title for f in others if (t := self._tenure(passage, f)) is not None), None)
            figure.role, figure.reason = role, "counterpart"

    def _tenure(self, passage: Passage, figure: Figure):  # type: ignore[no-untyped-def]
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
        figure.country = person.country if figure.country is None or person.country else figure.country
        if figure.role is None:
            tenure = self._identity.tenure(person, passage.day)
            if tenure is not None:
                figure.role, figure.organization = tenure.role.title, tenure.role.organization
                figure.inferred, figure.reason = True, "tenure"
        elif figure.role.casefold() in _GENERIC:
            self._specify(passage, figure, person)

    def _specify(self, passage: Passage, figure: Figure, person: Person) -> None:
        """Spell out "Secretary Gates" by the office that he held."""
        assert figure.role is not None
        tenure = self._identity.stated_tenure(person, figure.role, passage.day)
        if tenure is not None and not self._identity.words(tenure.role.title) & _RANKING:
            figure.role = tenure.role.title


def display_name(words: Sequence[str], folded: Sequence[str]) -> str:
    """Return an unknown person's name in natural order, patronymic dropped."""
    keep = [w for w, f in zip(words, folded, strict=True) if not is_patronymic(f)]
    if len(words) == 3 and len(keep) == 2 and is_patronymic(folded[2]):
        keep.reverse()  # "Ryabkov Sergey Alexeevich"
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


def _serves_state(figure: Figure) -> bool:
    return any(t.office.kind in ("state", "government") and t.organization is None for t in figure.titles) and (
        figure.country not in ("EU", "UN")
    )


class _Linker:
    """Decides which title goes with which name."""

    def __init__(self, passage: Passage, book: Codebook, titles: Sequence[Title], figures: list[Figure]) -> None:
        self.passage, self.book = passage, book
        self.titles = titles
        self.figures = figures
        self.by_first = {t.first: t for t in titles}
        self.by_last = {t.last: t for t in titles}
        self.used: set[int] = set()
        self.previous: dict[int, Figure] = {}

    def link(self) -> list[Figure]:
        for figure in self.figures:
            if figure.name.title is not None:
                self._take_before(figure, figure.name.title)
        dropped = {id(f) for figure in self.figures for f in self._take_behind(figure)}
        self.figures = [f for f in self.figures if id(f) not in dropped]
        for figure in self.figures:
            self._take_country_behind(figure)
            self._take_counterpart(figure)
        self._chain()
        for title in self.titles:
            if title.plural:
                self._share(title)
        self._take_as()
        return self.figures

    # -- before the name -----------------------------------------------------------------------------------------

    def _take_before(self, figure: Figure, title: Title) -> None:
        """Take the title right before a name, and those that it is joined to."""
        self._give(figure, title, front=True)
        while True:
            before = self.by_last.get(title.first)
            if before is None and self.passage.word(title.first - 1) == "and":
                before = self.by_last.get(title.first - 1)
                if before is not None and (before.plural or self._is_apposition(before)):
                    before = None
            if before is None or id(before) in self.used:
                break
            self._give(figure, before, front=True)
            title = before
        figure.start = title.first

    def _give(self, figure: Figure, title: Title, front: bool = False) -> None:
        self.used.add(id(title))
        figure.titles.insert(0 if front else len(figure.titles), title)

    def _is_apposition(self, title: Title) -> bool:
        before = self.passage.word(title.first - 1)
        return before in DETERMINERS or before == ","

    # -- behind the name -----------------------------------------------------------------------------------------

    def _take_behind(self, figure: Figure) -> list[Figure]:
        """Take the title in apposition behind a name; return the false names that were part of it."""
        passage = self.passage
        i = after_gloss(passage, figure.last)
        if passage.word(i) != ",":
            return []
        i += 1
        if passage.word(i) == "who":
            i = self._behind_who(i + 1)
        while passage.word(i) in DETERMINERS or self.book.title_words.get(passage.word(i)) == "epithet":
            i += 1
        title = self.by_first.get(i) or next((t for t in self.titles if t.first <= i <= t.head and t.first >= i - 3), None)
        if title is None or title.plural or id(title) in self.used and not self._claims(figure, title):
            return []
        owner = next((f for f in self.figures if f.first == title.last), None)
        if owner is not None and (owner.name.known or figure.titles or owner.last > title.loose):
            return []
        self._give(figure, title)
        figure.end = max(title.last, title.loose) if owner is None or title.loose >= owner.last else title.last
        if title.loose_text != title.text and owner is None:
            title.text = title.loose_text
        self._take_joined_behind(figure, figure.end)
        return [owner] if owner is not None else []

    def _claims(self, figure: Figure, title: Title) -> bool:
        owner = next((f for f in self.figures if title in f.titles), None)
        return owner is not None and not owner.name.known and not figure.titles and owner.first == title.last

    def _behind_who(self, i: int) -> int:
        passage = self.passage
        for j in range(i, min(i + 14, passage.size)):
            if passage.word(j) in (".", ";"):
                break
            if passage.word(j) in ("is", "was", "serves", "as") and self._title_near(j + 1):
                return j + 1
        return i

    def _title_near(self, i: int) -> bool:
        while self.passage.word(i) in DETERMINERS or self.passage.word(i) == "also":
            i += 1
        return i in self.by_first

    def _take_joined_behind(self, figure: Figure, i: int) -> None:
        """Take the second of "deputy chief of staff of the PLA and chairman of ..."."""
        if self.passage.word(i) != "and":
            return
        i += 1
        while self.passage.word(i) in DETERMINERS:
            i += 1
        title = self.by_first.get(i)
        if title is None or id(title) in self.used or any(f.first == title.last for f in self.figures):
            return
        self.used.add(id(title))
        figure.end = title.last

    def _take_country_behind(self, figure: Figure) -> None:
        """Read "FM Lavrov of Russia" and "Senator Graham (R-SC)"."""
        passage, i = self.passage, figure.last
        if passage.word(i) == "of":
            j = i + 1 + (passage.word(i + 1) == "the")
            match = passage.match_at(j)
            sense = match.sense("country") if match else None
            if match is not None and sense is not None and isinstance(sense.item, Country):
                figure.country, figure.end = sense.item.code, max(figure.end, match.last)
        if passage.word(i) == "(" and passage.word(i + 1) in ("r", "d", "i") and passage.words.joined[i + 2]:
            figure.country = "US"
        if passage.word(i - (figure.last - figure.first) - 1) == "(" and passage.word(i) == ")":
            match = passage.match_before(figure.first - 1)
            sense = match.sense("country") if match else None
            if sense is not None and isinstance(sense.item, Country) and figure.country is None:
                figure.country = sense.item.code

    def _take_counterpart(self, figure: Figure) -> None:
        """Read "Chinese counterpart Wang Yi" and "Mammadyarov, his Azerbaijani counterpart"."""
        passage = self.passage
        if passage.word(figure.start - 1) in ("counterpart", "counterparts"):
            self._is_counterpart(figure, figure.start - 1)
            if not figure.titles:
                figure.start = figure.start - 1
            return
        i = after_gloss(passage, figure.last)
        if passage.word(i) == ",":
            for j in range(i + 1, min(i + 5, passage.size)):
                if passage.word(j) == "counterpart" and passage.word(i + 1) in DETERMINERS:
                    self._is_counterpart(figure, j)
                    figure.end = j + 1
                    return
                if passage.word(j) in (",", ".", "and"):
                    return

    def _is_counterpart(self, figure: Figure, i: int) -> None:
        figure.counterpart = True
        match = self.passage.match_before(i)
        sense = match.sense("adjective", "country") if match is not None and match.last == i else None
        if sense is not None and isinstance(sense.item, Country) and figure.country is None:
            figure.country = sense.item.code

    # -- shared by several names ---------------------------------------------------------------------------------

    def _chain(self) -> None:
        """Note for every name the one before it in the same list."""
        for before, figure in zip(self.figures, self.figures[1:], strict=False):
            i = max(after_gloss(self.passage, before.last), before.end)
            start = figure.start
            if all(self.passage.word(j) in _LINKS or self.passage.word(j) in DETERMINERS for j in range(i, start)):
                if start > i and self.passage.same_sentence(before.first, figure.first):
                    self.previous[figure.first] = before

    def _share(self, title: Title) -> None:
        """Give a title in the plural to every name of its list."""
        group = self._group_behind(title) or self._group_before(title) or self._group_in_brackets(title)
        if len(title.countries) == len(group) > 1:
            for figure, country in zip(group, title.countries, strict=True):
                figure.country = figure.country or country
        elif len(title.countries) == 1:
            for figure in group:
                figure.country = figure.country or title.countries[0]
        for figure in group:
            if title not in figure.titles:
                self._give(figure, title)

    def _group_behind(self, title: Title) -> list[Figure]:
        passage, i = self.passage, max(title.last, title.first)
        group = [f for f in self.figures if title in f.titles]
        if not group:
            if passage.word(i) not in (":", ","):
                return []
            group = [f for f in self.figures if f.start == i + 1]
            owned = passage.word(title.first - 1) in DETERMINERS or passage.word(i) == ":"
            if not group or not owned or group[0].titles:
                return []
        for figure in self.figures:
            if self.previous.get(figure.first) is group[-1] and (not figure.titles or title in figure.titles):
                group.append(figure)
        return group

    def _group_before(self, title: Title) -> list[Figure]:
        passage, i = self.passage, title.first
        while passage.word(i - 1) in DETERMINERS or passage.word(i - 1) in ("respectively", "respective"):
            i -= 1
        if passage.word(i - 1) != ",":
            return []
        last = next((f for f in self.figures if after_gloss(passage, f.last) == i - 1), None)
        group: list[Figure] = []
        while last is not None and not last.titles:
            group.insert(0, last)
            last = self.previous.get(last.first)
        return group if len(group) > 1 else []

    def _group_in_brackets(self, title: Title) -> list[Figure]:
        """Read "the Foreign Ministers of Australia (Payne), India (Jaishankar) and Japan (Motegi)"."""
        passage = self.passage
        title.countries = []
        return [
            f for f in self.figures
            if f.first > title.head and passage.word(f.first - 1) == "(" and passage.word(f.last) == ")"
            and passage.same_sentence(f.first, title.head) and not f.titles
        ]  # fmt: skip

    def _take_as(self) -> None:
        """Read "X becomes prime minister" and "President Moon’s choice as ambassador to Japan"."""
        passage = self.passage
        for title in self.titles:
            if id(title) in self.used or title.plural:
                continue
            i = title.first - 1
            while passage.word(i) in DETERMINERS:
                i -= 1
            if passage.word(i) == "as" and passage.word(i - 1) != "well":
                figure = self._nearest_before(i) if passage.word(i - 1) not in ("choice", "in", "sworn", "him", "her") else None
                figure = figure or self._first_of_sentence(i)
            elif passage.word(i) in BECOMES:
                figure = self._first_of_sentence(i)
            else:
                continue
            if figure is not None and not figure.titles:
                self._give(figure, title)

    def _nearest_before(self, i: int) -> Figure | None:
        return next((f for f in self.figures if f.last == i), None)

    def _first_of_sentence(self, i: int) -> Figure | None:
        return next((f for f in self.figures if f.last <= i and self.passage.same_sentence(f.first, i)), None)
