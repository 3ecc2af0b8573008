"""A passage -> the bodies that act or host in it.

A body of the codebook, or a ministry, commission or the like that the grammar shows ("the Chinese Foreign Ministry"),
counts when it does something or when what is reported happens in it. It does not count inside a title (the employer),
as the subject of talk ("discuss BRICS issues"), or as an attribute of something else ("NATO membership").
"""

from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Organization
from sinorus.coding.english import DETERMINERS, WORKS
from sinorus.coding.passage import Passage
from sinorus.coding.zones import Zones

_HEADS = frozenset(
    (
        "ministry department commission committee subcommittee council agency bureau bank institute association "
        "federation foundation corporation company corp inc university academy court tribunal parliament chamber "
        "authority union society league alliance organization organisation administration subcommission"
    ).split()
)
_GATHERINGS = frozenset(
    (
        "summit summits meeting meetings session sessions conference conferences forum ministerial assembly "
        "dialogue talks leaders ministers members member states countries nations foreign defense defence annual "
        "informal council heads delegation delegations officials representatives experts troops forces fighters "
        "militants observers mission partners spokesman spokesperson spokeswoman statement gathering exercise "
        "exercises working group plenary special extraordinary post virtual security military ships vessels "
        "aircraft monitors inspectors ceo education health finance trade energy"
    ).split()
)
_SUBJECTS = frozenset(
    "on about regarding concerning against toward towards like than versus within without under".split()
)
_OTHERS = frozenset(["other", "fellow", "non", "anti", "pro", "former", "future"])
# Nouns that a body's name only qualifies.
_ATTRIBUTED = frozenset(
    (
        "membership affairs issues cooperation charter resolution resolutions sanctions enlargement expansion "
        "accession relations policy win victory candidate rules"
    ).split()
)
_LEADS = frozenset({"leads", "heads", "chairs", "runs", "founded", "represents", "led", "headed"})
_THEIR_PEOPLE = frozenset(
    "leaders members ministers representatives heads presidents officials delegates envoys".split()
)
_EMBASSIES = frozenset(["embassy", "consulate"])


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a passage. Units: token numbers, half-open."""

    first: int
    last: int
    name: str
    country: str | None
    item: Organization | None
    reason: str


class OrganizationFinder:
    """Finds the acting bodies of passages by one codebook."""

    def __init__(self, book: Codebook) -> None:
        self._book = book

    def find(self, passage: Passage, zones: Zones, taken: set[int]) -> list[Body]:
        """Find the bodies that act or host; `taken` are the tokens that titles and names cover."""
        found: list[Body] = []
        headed = not _HEADS.isdisjoint(passage.folded)
        end = 0
        for i in range(passage.size) if headed else [m.first for m in passage.matches if m.body()]:
            if i < end or i in taken:
                continue
            body = self._known(passage, i) or (self._by_grammar(passage, i, taken) if headed else None)
            match = passage.match_at(i)
            end = body.last if body is not None else match.last if match is not None else i + 1
            if body is not None and self._acts(passage, zones, body):
                found.append(body)
        return found

    def _known(self, passage: Passage, i: int) -> Body | None:
        match = passage.match_at(i)
        state = match.state() if match is not None else None
        if match is None or match.sense("person") or (state is not None and state.region != "international"):
            return None
        item = match.body()
        if item is None:
            return None
        before = passage.match_before(i)
        owner = before.state("adjective") if before is not None and before.last == i else None
        if before is not None and owner is not None and item.country not in (owner.code, None):
            return Body(i, match.last, passage.words.between(before.first, match.last), owner.code, None, "grammar")
        return Body(i, match.last, item.name, item.country, item, "codebook")

    def _by_grammar(self, passage: Passage, i: int, taken: set[int]) -> Body | None:
        """Read a capitalised run that ends in "Ministry", "Commission" and the like, with its state before it."""
        end = i
        country: str | None = None
        while end < passage.size and end not in taken and passage.same_sentence(i, end):
            match = passage.match_at(end)
            state = match.state("adjective", "country") if match is not None else None
            if match is not None and state is not None:
                country = country or state.code
                end = match.last + (passage.word(match.last) == "'s" and end == i)
                continue
            if passage.word(end) in _HEADS and end > i:
                return self._with_complement(passage, i, end + 1, country)
            if passage.words.joined[end + 1 : end + 2] == [True] and passage.word(end + 1) in _HEADS and end > i:
                end += 1
                continue
            if not (
                passage.is_capital(end) or passage.words.joined[end] or passage.word(end) in self._book.title_words
            ):
                return None
            if passage.starts_sentence(end) and match is None and passage.word(end) not in self._book.title_words:
                return None
            end += 1
            if end - i > 8:
                return None
        return None

    def _with_complement(self, passage: Passage, first: int, last: int, country: str | None) -> Body | None:
        if passage.is_capital(last):
            return None
        capital = any(passage.words.capital[j] for j in range(first, last))
        if not capital or (passage.word(last - 1) in _EMBASSIES):
            return None
        if country is None and not passage.is_capital(last - 1):
            return None
        end = last
        if passage.word(last) in ("of", "for", "on"):
            j = last + 1
            while (
                passage.is_capital(j)
                or passage.word(j) in self._book.title_words
                or (
                    passage.word(j) in (",", "and")
                    and passage.is_capital(j + 1)
                    and j > last + 1
                    and passage.match_at(j + 1) is None
                )
            ):
                j += 1
                end = j
        text = passage.words.between(first, end)
        return Body(first, end, text.replace("’s ", " ").replace("'s ", " "), country, None, "grammar")

    def _acts(self, passage: Passage, zones: Zones, body: Body) -> bool:
        """Tell whether a body does something here or gives the event its place."""
        i = body.first
        if zones.about[i] or zones.prospect[i]:
            return False
        while passage.word(i - 1) in DETERMINERS:
            i -= 1
        before, following = passage.word(i - 1), passage.word(body.last)
        if before in _SUBJECTS or passage.word(body.first - 1) in _OTHERS or following == "'s":
            return False
        if before in _LEADS and "who" in passage.folded[max(i - 3, 0) : i - 1]:
            return False
        if before == "of" and passage.word(i - 2) in _THEIR_PEOPLE:
            return True
        if self._is_workplace(passage, body, i - 1) or self._is_talk(body):
            return False
        if body.first > 0 and passage.words.joined[body.first - 1]:
            return False
        if passage.words.joined[body.first] or (body.last < passage.size and passage.words.joined[body.last]):
            return self._gathers(passage, body.last)
        if passage.is_capital(body.last) or (following.isalpha() and self._is_noun_behind(passage, body.last)):
            return self._gathers(passage, body.last)
        return True

    def _is_workplace(self, passage: Passage, body: Body, i: int) -> bool:
        """Tell whether a body is only where somebody works or calls: "teaches at", "protests at the ministry"."""
        if passage.word(i) not in ("at", "outside", "in"):
            return False
        if body.item is None and "Ministry" in body.name:
            return True
        return not WORKS.isdisjoint(passage.folded[max(i - 6, 0) : i])

    def _is_talk(self, body: Body) -> bool:
        """Tell whether a format is no body but the talks themselves ("Six-Party Talks", "Human Rights Dialogue")."""
        kind = body.item.kind if body.item is not None else ""
        two_sided = body.name.endswith("Dialogue") and "-" in body.name
        return kind == "format" and (two_sided or body.name.endswith("Talks"))

    def _gathers(self, passage: Passage, i: int) -> bool:
        return any(passage.word(j) in _GATHERINGS for j in range(i, min(i + 3, passage.size)))

    def _is_noun_behind(self, passage: Passage, i: int) -> bool:
        """Tell whether the body is an attribute of the noun behind it; a verb in the third person is no noun here."""
        word = passage.word(i)
        if word in _GATHERINGS:
            return True
        return word in _ATTRIBUTED
