"""Whether a geographic name in a passage is only part of another name: a ship's, a paper's, a body's, a compound."""

from sinorus.codebook.lexicon import Match
from sinorus.coding import geography
from sinorus.coding.english import FUNCTION_WORDS
from sinorus.coding.passage import Passage
from sinorus.coding.surroundings import Surroundings

# What talks and conferences are about when a city's name stands before that.
_SUBJECTS = frozenset("peace nuclear climate disarmament ceasefire truce reconciliation donors donor".split())
# "Under the name Malabar", "Operation Sindoor".
_CALLED = frozenset({"name", "names", "named", "codenamed", "operation"})
_LONGEST_TITLE = 20  # words of a paper's name


def names_something_else(at: Surroundings, match: Match) -> bool:
    """Tell whether the name is half of "Russia-China", begins "Cairo University", or is that of a ship."""
    passage, i = at.passage, match.first
    if passage.words.joined[i] or passage.is_joined(match.last):
        return True
    written_small = not (passage.words.capital[i] or passage.words.capital[match.last - 1])
    return written_small or _begins_longer(at, match) or _names_vessel(at, i)


def _begins_longer(at: Surroundings, match: Match) -> bool:
    """Tell whether capitals go on behind the name: "Cairo University", the ship "Ehime Maru"."""
    passage, i = at.passage, match.last
    if not passage.is_capital(i) or passage.cover[i] is not None or i in at.taken:
        return False
    types = geography.LANDFORMS | geography.TYPES_OF
    return not names_gathering(passage, i) and (passage.word(i) not in types or passage.is_capital(i + 1))


def names_gathering(passage: Passage, i: int) -> bool:
    """Tell whether a meeting is named here, with its subject or without: "Summit", "peace talks", "Peace Summit"."""
    if passage.word(i) in geography.GATHERINGS:
        return not (passage.is_capital(i) and passage.is_capital(i + 1))
    capitals = passage.is_capital(i) and passage.is_capital(i + 1) and passage.cover[i] is None
    return (capitals or passage.word(i) in _SUBJECTS) and passage.word(i + 1) in geography.GATHERINGS


def _names_vessel(at: Surroundings, i: int) -> bool:
    """Tell whether a ship bears the name, or one of several: "the destroyers Wuhan and Haikou"."""
    passage = at.passage
    if passage.word(i - 1) == "and" and passage.cover[i - 2 : i - 1] != [None] and i > 2:
        i -= 2
    named = at.words.is_thing(passage, i - 1) or passage.word(i - 1) in _CALLED
    return named and passage.same_sentence(i - 1, i)


def names_paper(passage: Passage, match: Match) -> bool:
    """Tell whether a paper bears the name: "the Paris accord", "the Warsaw Treaty"."""
    ahead = passage.folded[match.last : match.last + 2]
    if ahead and ahead[0] in geography.PAPERS:
        return True
    plain = bool(ahead) and ahead[0].isalpha() and ahead[0] not in FUNCTION_WORDS
    return plain and ahead[-1] in geography.PAPERS and passage.cover[match.last] is None


def is_in_title(passage: Passage, match: Match) -> bool:
    """Tell whether the name is in that of a paper: "the Declaration on Conduct in the South China Sea"."""
    i = match.first - 1
    while i >= max(match.first - _LONGEST_TITLE, 0) and passage.same_sentence(i, match.first):
        capital = passage.words.capital[i] and passage.word(i).isalpha()
        if capital and passage.word(i) in geography.PAPERS:
            return True
        if not capital and passage.word(i) not in ("of", "on", "in", "the", "and", "for", "to"):
            return False
        i -= 1
    return False
