"""What the codebook's persons show of names: which words begin one, where a surname is at home, patronymics."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from sinorus.codebook.codebook import Codebook
from sinorus.folding import fold_word

_PATRONYMIC = re.compile(r"(?:[oe]vi[ct]h|[ey]vich|ovna|evna|ichna|i[lc]ich|lyich|[tkm]ich|ovych|ivna|ovi[cč]h)$")
_SHARE_AT_HOME = 0.75
# Surnames of a state that is no more are those of its heir.
HEIRS = {"SU": "RU"}


class NameShapes:
    """What the codebook's persons show of names: which words begin one, and which surnames belong to one state."""

    def __init__(self, book: Codebook) -> None:
        self._first: set[str] = set()
        homes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for person in book.people.values():
            words = person.name.split()
            if len(words) < 2:
                continue
            country = book.countries.get(person.country or "")
            family_first = country is not None and country.name_order == "family"
            if len(words[0].rstrip(".")) > 1:
                self._first.add(fold_word(words[0]))
            if country is not None:
                homes[fold_word(words[0 if family_first else -1])][HEIRS.get(country.code, country.code)] += 1
        self._home = {surname: home for surname, counts in homes.items() if (home := _home(counts))}

    def begins_name(self, word: str) -> bool:
        """Tell whether a folded word can be the first of a full name."""
        return word in self._first

    def home(self, words: Sequence[str]) -> str | None:
        """Return the state to which the first, else the last word of a name belongs as a surname."""
        return self._home.get(words[0]) or self._home.get(words[-1])


def _home(counts: Counter[str]) -> str | None:
    code, count = counts.most_common(1)[0]
    return code if count >= _SHARE_AT_HOME * counts.total() else None


def is_patronymic(word: str) -> bool:
    """Tell whether a folded word is a Russian, Ukrainian or Belarusian patronymic."""
    return len(word) > 5 and _PATRONYMIC.search(word) is not None
