"""What stands around a run of capitals: signs that it is a person's name, or something else."""

import re
from collections.abc import Container

from sinorus.codebook.lexicon import Match
from sinorus.coding.english import BECOMES, DETERMINERS, MONTHS, NAME_PARTICLES
from sinorus.coding.glosses import after_gloss
from sinorus.coding.offices import Title
from sinorus.coding.passage import Passage

# "Wang Yu-chi": the second syllable of a given name, which no "-led" or "-backed" is.
_SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,3}[aeiouy]{1,3}(?:ng|[nkptmhlb])?")


def is_month_name(passage: Passage, i: int, title: Title | None) -> bool:
    """Tell whether a month behind a title is a first name: "Ambassador Jan Eliasson", "Senator June Hill"."""
    month = title is not None and passage.words.capital[i] and passage.word(i) in MONTHS
    return month and passage.is_capital(i + 1) and passage.same_sentence(i, i + 1)


def goes_on(passage: Passage, i: int) -> bool:
    """Tell whether a name goes on with a syllable behind a hyphen."""
    joined = 0 < i < passage.size and passage.words.joined[i] and passage.words.surface[i - 1] != "."
    return joined and not passage.words.capital[i] and _SYLLABLE.fullmatch(passage.word(i)) is not None


def end_of_capitals(passage: Passage, i: int) -> int:
    """Return where the capitalised words end that begin here, hyphens and particles among them."""
    first = i
    while i < passage.size and passage.same_sentence(first, i):
        particle = passage.word(i) in NAME_PARTICLES and passage.is_capital(i + 1)
        if not (passage.is_capital(i) or passage.words.joined[i] or particle):
            break
        i += 1
    return max(i, first + 1)


def is_followed_by_title(passage: Passage, i: int, starts: Container[int]) -> bool:
    """Tell whether a title in apposition stands behind: ", a comfort woman", ", who is vice chairwoman"."""
    i = after_gloss(passage, i)
    if passage.word(i) in BECOMES:
        return any(j in starts for j in (i + 1, i + 2, i + 3))
    if passage.word(i) != ",":
        return False
    i += 1
    if passage.word(i) == "who":
        return True
    while passage.word(i) in DETERMINERS:
        i += 1
    return any(j in starts and not any(passage.is_capital(k) for k in range(i, j)) for j in (i, i + 1, i + 2))


def title_before_comma(passage: Passage, i: int, behind: dict[int, Title]) -> Title | None:
    """Return the title in "Russia’s foreign minister, Sergey Lavrov, says", where the name is the apposition."""
    title = behind.get(i - 1) if passage.word(i - 1) == "," else None
    if title is None or title.plural or title.loose > title.last:
        return None
    owned = is_introduced(passage, title)
    for j in range(i + 1, min(i + 5, passage.size)):
        if passage.word(j) in (",", "(", ".", ";"):
            return title if owned else None
        if not passage.is_capital(j) and passage.word(j) not in NAME_PARTICLES and not passage.words.joined[j]:
            return None
    return title if owned else None


def is_introduced(passage: Passage, title: Title) -> bool:
    """Tell whether a title has an owner or an article, so that a name in apposition may follow."""
    owner = title.countries or title.organization is not None
    return bool(owner) or passage.word(title.first - 1) in DETERMINERS | {"'s"}


def is_bracketed(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a word stands in brackets behind a state, as in "the Foreign Ministers of Australia (Payne)"."""
    if passage.word(first - 1) != "(" or passage.word(last) != ")" or last - first > 3:
        return False
    match = passage.match_before(first - 1)
    return match is not None and match.state() is not None and not passage.words.surface[first].isupper()


def fits(match: Match, leads: bool, title: Title | None) -> bool:
    """Tell whether a known form can be part of a name: a surname; or a place behind a title ("Senator Paris")."""
    if match.sense("person", "short") is None:
        only_place = match.sense("country", "adjective", "organization", "government", "office", "offices") is None
        return title is not None and only_place and match.last - match.first == 1
    return leads or (match.sense("person") is None and match.last - match.first == 1)
