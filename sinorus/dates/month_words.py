"""A word that is no English month as it should be spelt -> the month that it stands for all the same.

    Septemeber, Mayy      slips of the pen
    Mai, marzo, мая       the months of other languages, which slip into an English chronology
    Mey, Tuly             only near a month: too little to read it, enough to tell the author of it

All of these need a day or a year beside them: alone they are names and words of other kinds.
"""

import re
from functools import lru_cache

from sinorus.labels import MONTHS

# Each language from January to December; "/" divides two spellings, "-" stands for one that is English.
_LANGUAGES = (
    "januar/jänner februar/feber märz/maerz/mrz - mai juni juli - - oktober/okt - dezember/dez",
    "januari februari maart - mei juni juli augustus - oktober - -",
    "janvier/janv février/fevrier/févr mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre"
    " décembre/decembre/déc",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre/dic",
    "gennaio febbraio marzo aprile maggio giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre/dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_ABBREVIATED = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
# Ordinary words and names that are one letter away from a month.
_NO_MONTHS = frozenset("match marsh marcha marche merch augusta augusto augusts aprils octobers".split())
_NOT_NEAR = _NO_MONTHS | frozenset(
    "day map man mad mat air app act set sec see sea now not nor out fed fee few den"
    " jury judy jude jane tune dune duly".split()
)
_DOUBLED = re.compile(r"(.)\1+")


def _foreign() -> dict[str, int]:
    words: dict[str, int] = {}
    for language in _LANGUAGES:
        for month, spellings in enumerate(language.split(), 1):
            words.update((word, month) for word in spellings.split("/") if word != "-")
    return words


FOREIGN_MONTHS = _foreign()
# A planet in English; French has the day before it.
DAY_FIRST = frozenset(("mars",))
_SQUEEZED = {
    _DOUBLED.sub(r"\1", word): number
    for number, name in enumerate(MONTHS, 1)
    for word in (name.lower(), name.lower()[:3])
} | {"sept": 9}


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> int | None:
    """Return the month that a word is a slip of the pen for ("Septemeber", "Mayy"), or None.

    The first letter must be right; up to six letters allow one slip, longer ones two. A short one may only have a
    letter doubled, or two swapped: anything else is as likely another word.
    """
    lowered = word.lower()
    if len(lowered) < 4 or len(lowered) > 11 or lowered in _NO_MONTHS:
        return None
    squeezed = _SQUEEZED.get(_DOUBLED.sub(r"\1", lowered)) if _DOUBLED.search(lowered) is not None else None
    if squeezed is not None:
        return squeezed
    for number, name in enumerate(MONTHS, 1):
        month = name.lower()
        if month[0] != lowered[0] or len(month) < 4:
            continue
        if len(lowered) == 4:
            if sorted(month) == sorted(lowered) and distance(lowered, month) == 1:
                return number
        elif distance(lowered, month) <= (1 if len(month) < 7 else 2):
            return number
    return None


@lru_cache(maxsize=4096)
def is_near_month(word: str) -> bool:
    """Tell whether a word beside a day is hardly anything but a month, though not which one ("Mey", "Tuly")."""
    lowered = word.lower()
    if not 3 <= len(lowered) <= 11 or lowered in _NOT_NEAR:
        return False
    if len(lowered) < 5:
        short = any(lowered[0] == month[0] and distance(lowered, month) == 1 for month in (*_ABBREVIATED, "may"))
        return short or any(distance(lowered, month) == 1 for month in ("june", "july"))
    return any(distance(lowered, name.lower()) <= (1 if len(name) < 7 else 2) for name in MONTHS if len(name) > 4)


def distance(one: str, two: str) -> int:
    """Return how many letters are added, lost, changed or swapped with a neighbour between two short words."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if above and j > 1 and left == two[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
