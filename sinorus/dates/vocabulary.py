"""The words of dates: a word, folded to lower case -> its kind and its value; months also in other spellings.

Kinds are single letters, so that a run of tokens is a string and the grammar can be patterns over it:

    m month   u month, misspelt or foreign   w weekday   s season   a circa   p early, mid, late
    r first, second ... last   q quarter   h half   c century   k week   o of   t to   & and   f from   b between
    z since   x present   g onwards   A AD   B BC   O old or new style   l the   e on   v night, morning ...
"""

import re

from sinorus.dates.month_words import FOREIGN_MONTHS, misspelt_month
from sinorus.labels import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_WORDS = "mon tue tues wed weds thu thur thurs fri sat sun"
_MONTH_WORDS = "jan feb febr mar apr may jun jul aug sep sept setp spet oct nov dec"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_PLAIN = {
    "a": "circa c ca cca about abt around approximately approx roughly probably possibly perhaps sometime",
    "q": "quarter",
    "h": "half",
    "c": "century",
    "k": "week days",
    "o": "of in de del",
    "t": "to through thru until till au bis",
    "&": "and or",
    "f": "from",
    "b": "between",
    "z": "since",
    "x": "present now today ongoing",
    "g": "onward onwards",
    "l": "the",
    "e": "on during year",
    "v": "night evening morning afternoon weekend dawn",
}


def _words() -> dict[str, tuple[str, int | str]]:
    words: dict[str, tuple[str, int | str]] = {}
    for kind, listed in _PLAIN.items():
        words.update((word, (kind, word)) for word in listed.split())
    words.update((name.lower(), ("m", number)) for number, name in enumerate(MONTHS, 1))
    for word in _MONTH_WORDS.split():
        words[word] = ("m", next((n for n, name in enumerate(MONTHS, 1) if name.lower()[:3] == word[:3]), 9))
    for number, name in enumerate(WEEKDAYS):
        words[name] = ("w", number)
    for word in _WEEKDAY_WORDS.split():
        words[word] = ("w", next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word[:3])))
    words.update((word, ("s", number)) for word, number in _SEASONS.items())
    words.update((word, ("p", part)) for word, part in _PARTS.items())
    words.update((word, ("r", number)) for word, number in _ORDINALS.items())
    return words


WORDS = _words()
ABBREVIATIONS = (frozenset(_MONTH_WORDS.split()) | frozenset(_WEEKDAY_WORDS.split())) - {"may"} | {
    "c",
    "ca",
    "cca",
    "approx",
    "abt",
}
_GLUED = re.compile(r"[A-Z]?[a-z]+(?=[A-Z])")


def find_word(word: str) -> tuple[str, int | str, int] | None:
    """Return a word's kind, value and length; of "MarchDrafts" only the month that text is glued to."""
    found = WORDS.get(word.lower())
    if found is not None:
        return (*found, len(word))
    glued = _GLUED.match(word)
    if glued is not None:
        found = WORDS.get(glued.group().lower())
        if found is not None and len(glued.group()) > 2:
            return (*found, glued.end())
    month = FOREIGN_MONTHS.get(word.lower()) or misspelt_month(word)
    return None if month is None else ("u", month, len(word))
