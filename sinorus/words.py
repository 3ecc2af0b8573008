"""Text -> its words and marks as parallel lists, each with its offsets, folded for comparison.

Hyphens inside a compound are no token of their own: "Kim Jong-un" and "Kim Jong Un" give the same three words, and
`joined[i]` tells that a word hangs on the one before it. A possessive "’s" is a token ("'s"). Dotted abbreviations
("U.S.", "Gen.", "W.") are one word; any other full stop is a mark that ends a sentence.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sinorus.folding import fold_word

_ABBREVIATIONS = (
    "Adm|Amb|Brig|Capt|Cdr|Cmdr|Col|Cpl|Dr|Ft|Gen|Gov|Hon|Jr|Lt|Ltd|Maj|Messrs|Mr|Mrs|Ms|Mt|No|Nos|Pres|Prof|Rep|Reps|"
    "Rev|Rt|Sen|Sens|Sgt|Sr|St|Vice-Adm|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
# Letters, and the accents that stand apart from theirs in decomposed text: "a\u0300" is "à".
_WORD = "(?:[^\\W_]++[\u0300-\u036f\u3099\u309a]*+)++"
_TOKEN = re.compile(
    rf"(?=[A-Z])(?:(?:[A-Z]\.){{2,}}|[A-Z]\.(?=\s[A-Z])|(?:{_ABBREVIATIONS})\.)"  # U.S., W., Gen.
    r"|['’]s(?![^\W_])"  # the possessive
    r"|\d+(?:[.,]\d+)+"  # 1,000 and 87.28
    rf"|{_WORD}(?:['’ʼ](?!s(?![^\W_])){_WORD})*"  # words, with inner apostrophes
    r"|[^\w\s]|_"
)
_HYPHENS = frozenset("-‐‑–")
SENTENCE_ENDS = frozenset(".!?")
_OPENING = frozenset('“"‘([')


class _Form(NamedTuple):
    """What a token is, wherever it stands."""

    folded: str
    capital: bool
    ends_sentence: bool
    hyphen: bool


@lru_cache(maxsize=65536)
def _form(word: str) -> _Form:
    first = word[0]
    folded = fold_word(word) if first.isalnum() else "'s" if len(word) == 2 else word
    return _Form(folded, first.isalpha() and not first.islower(), first in SENTENCE_ENDS, first in _HYPHENS)


class Words:
    """The words of one text.

    Shape: parallel lists, one item a token: `surface` as written, `folded`, `start` and `end` (character offsets,
    half-open), `joined` (hangs by a hyphen on the token before), `capital` (begins with a capital letter or is in a
    script without case), `sentence` (its number).
    """

    __slots__ = ("capital", "end", "folded", "joined", "sentence", "start", "surface", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.surface: list[str] = []
        self.folded: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.joined: list[bool] = []
        self.capital: list[bool] = []
        self.sentence: list[int] = []
        self._read(text)

    def __len__(self) -> int:
        return len(self.surface)

    def between(self, first: int, last: int) -> str:
        """Return the text from one token up to, not including, another."""
        return self.text[self.start[first] : self.end[last - 1]]

    def _read(self, text: str) -> None:
        surface, start, end, joined, sentence = self.surface, self.start, self.end, self.joined, self.sentence
        forms: list[_Form] = []
        number, stop, hangs = 0, 0, False
        for word in _TOKEN.findall(text):
            begin = text.find(word, stop)
            form = _form(word)
            if form.hyphen and begin == stop and text[begin + 1 : begin + 2].isalnum():
                hangs, stop = True, begin + 1
                continue
            surface.append(word)
            forms.append(form)
            start.append(begin)
            joined.append(hangs and begin == stop)
            stop = begin + len(word)
            end.append(stop)
            sentence.append(number)
            hangs = False
            if form.ends_sentence:
                number += 1
        self.folded.extend([form.folded for form in forms])
        self.capital.extend([form.capital for form in forms])


def key(name: str) -> str:
    """Return the form under which a name is looked up: its folded words, with one blank between them.

    >>> key("Kim Jong-un"), key("U.S. Navy")
    ('kim jong un', 'us navy')
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # most names: nothing in them is a token of its own
        return " ".join(name.lower().split())
    return " ".join(Words(name).folded)
