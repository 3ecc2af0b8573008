"""A passage -> the titles in it: "China’s Vice Foreign Minister", "head of the CCP’s Liaison Department".

A title is a head noun of the offices table ("minister", "FM", "ambassador"), widened to the left over ranks,
portfolios, bodies and the owner's state (`title_front`), and to the right over its complement (`title_complement`).
The owner's state is taken out of the title and kept beside it; abbreviations are spelled out:

    Russian Ambassador to China  ->  "Ambassador to China", RU
    Vice FM                      ->  "Vice Foreign Minister"

Whether capitalised words behind a complement are still the title or already a name cannot be known here: `last` is the
end that is certain, `loose` the end if they are all title.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.lexicon import Match, Meaning
from sinorus.codebook.records import Office, Organization
from sinorus.coding.passage import Passage
from sinorus.coding.title_complement import Complement
from sinorus.coding.title_front import PRIVATE, STAND_ALONE, Front

_STYLES = frozenset({"rank", "honorific", "royal"})
_HEADS = frozenset({"heads", "headed", "leads", "led", "directs", "directed", "runs", "ran"})
_SMALL = frozenset(["of", "the", "for", "and", "to", "on", "in", "at", "a", "an"])


@dataclass(slots=True, eq=False)
class Title:
    """A title found in a passage. Units: token numbers, half-open; countries are ISO 3166 alpha-2."""

    first: int
    last: int
    loose: int
    head: int
    office: Office
    plural: bool
    text: str
    loose_text: str
    countries: list[str]
    organization: Organization | None = None


def find_titles(passage: Passage, book: Codebook) -> list[Title]:
    """Find the titles of a passage, in the order of the text, not overlapping."""
    titles: list[Title] = []
    end = 0
    for match in passage.matches:
        office = match.office()
        if office is None or match.first < end or _is_verb(passage, match.first):
            continue
        if _ranks_the_next(passage, book, match, office) or _is_part_of_name(passage, match, office):
            continue
        titles.append(_widened(passage, book, match, office, end))
        end = titles[-1].last
    if "who" in passage.folded:
        titles.extend(_headed(passage, book, {i for t in titles for i in range(t.first, t.last)}))
        titles.sort(key=lambda title: title.first)
    return titles


def _is_verb(passage: Passage, i: int) -> bool:
    """Tell whether "heads" and the like are the verb of "who heads ..."."""
    return i > 0 and passage.word(i) in _HEADS and passage.word(i - 1) == "who"


def _headed(passage: Passage, book: Codebook, taken: set[int]) -> Iterator[Title]:
    """Yield the offices in "who heads the Liaison Department"."""
    office = book.offices["head"]
    for i in range(1, passage.size - 1):
        if not _is_verb(passage, i) or i in taken:
            continue
        verb = Match(i, i + 1, Meaning(()))
        behind = Complement(passage, book, verb, office, owned=False, direct=True)
        if behind.last == i + 1 or not taken.isdisjoint(range(i, behind.last)):
            continue
        text = _tidy("Head of" + "".join(_spelled(passage, book, *piece) for piece in behind.pieces[1:]))
        yield Title(
            i, behind.last, behind.last, i, office, False, text, text, behind.countries, behind.organization
        )  # fmt: skip


def _ranks_the_next(passage: Passage, book: Codebook, match: Match, office: Office) -> bool:
    """Tell whether this head only ranks the head behind it ("Deputy" in "Deputy FM", "Deputy Trade Minister")."""
    i = match.last
    if book.title_words.get(passage.word(match.first)) == "modifier" and match.last - match.first == 1:
        while passage.cover[i : i + 1] == [None] and passage.word(i) in book.title_words:
            i += 1
    following = passage.match_at(i)
    head = following.office() if following else None
    return head is not None and office.kind not in STAND_ALONE and head.kind not in _STYLES


def _is_part_of_name(passage: Passage, match: Match, office: Office) -> bool:
    """Tell whether an occupation with a capital is a word in some body's name ("Women’s Federation")."""
    return office.kind in PRIVATE and passage.is_capital(match.first) and not passage.starts_sentence(match.first)


def _widened(passage: Passage, book: Codebook, head: Match, office: Office, floor: int) -> Title:
    plural = head.sense("office") is None
    front = Front(passage, book, head, office, plural, floor)
    behind = Complement(passage, book, head, office, bool(front.countries))
    before = [_spelled(passage, book, *piece) for piece in front.pieces]
    pieces = [(_spelled(passage, book, *piece), piece[1] <= behind.last) for piece in behind.pieces]
    stem = "".join(before) + " " + office.title
    return Title(
        front.first,
        behind.last,
        behind.loose,
        head.first,
        office,
        plural,
        _tidy(stem + "".join(text for text, sure in pieces if sure)),
        _tidy(stem + "".join(text for text, _ in pieces)),
        front.countries or behind.countries,
        front.organization or behind.organization,
    )


def _tidy(title: str) -> str:
    """Return a title with plain apostrophes, so that the same office is the same role however it was typeset."""
    return title.strip(" ,").replace("’", "'")


def _spelled(passage: Passage, book: Codebook, first: int, last: int) -> str:
    """Spell out a piece of a title, with the blank or hyphen before it."""
    match = passage.match_at(first)
    if match is None or match.last != last:
        return "".join(_spelled_word(passage, book, i) for i in range(first, last))
    office = match.office() if match.sense("office") else None
    text = office.title if office is not None else passage.words.between(first, last)
    return ("-" if passage.words.joined[first] else " ") + text


def _spelled_word(passage: Passage, book: Codebook, i: int) -> str:
    word = book.spellings.get(passage.word(i), passage.words.surface[i])
    if passage.words.joined[i]:
        return "-" + word
    if word == "," or passage.word(i) == "'s":
        return word
    return " " + (word if word.casefold() in _SMALL else word[:1].upper() + word[1:])
