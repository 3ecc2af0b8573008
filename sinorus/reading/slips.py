"""Dates with slips of the pen: the head of a line that is nearly a date, and a range whose end is lost.

Tuly 15: Lavrov visits Beijing.     nearly a date: it cannot be read, so the author is told of it
15 Tuly 2024 - Wang visits Oslo.
May 12-: Wang visits Oslo.          is read as May 12, and the author is told so
"""

import re

from sinorus.dates.month_words import FOREIGN_MONTHS, is_near_month, misspelt_month
from sinorus.dates.vocabulary import WORDS

_LONGEST = 60
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_REST = r"(?:,?\s?\(?[12]\d{3}\)?)?[^\w\s]{0,3}\s?(?::|[–—]|-{1,2}\s|\|)"
_NEARLY = re.compile(
    rf"[\W_]{{0,8}}(?:(?P<before>[^\W\d_]{{3,11}})\.?\s?{_DAY}|{_DAY}\s?(?:de\s)?(?P<after>[^\W\d_]{{3,11}})\.?){_REST}"
    # A month as it should be, with a day whose surroundings cannot be read: "May 12 or so:", "May 5ff.:".
    r"|[\W_]{0,8}(?P<month>[^\W\d_]{3,9})\.?\s?\d{1,2}[^:–—.,]{0,12}(?:,?\s[12]\d{3})?\s?:"
)
_END_LOST = re.compile(r"\d(?:st|nd|rd|th)?\s?[-–—‐‑]\s?[:,]")


def is_nearly_dated(text: str) -> bool:
    """Tell whether a line without a head begins with what can hardly be anything but a date.

    >>> is_nearly_dated("Tuly 15: Lavrov visits Beijing."), is_nearly_dated("Article 15: Both sides agree.")
    (True, False)
    """
    match = _NEARLY.match(text[:_LONGEST])
    if match is None:
        return False
    if match["month"] is not None and match["before"] is None:
        return WORDS.get(match["month"].lower(), ("", 0))[0] == "m"
    word = match["before"] or match["after"]
    lowered = word.lower()
    known = WORDS.get(lowered, ("", 0))[0] == "m" or lowered in FOREIGN_MONTHS
    return known or misspelt_month(word) is not None or is_near_month(word)


def has_lost_end(head: str) -> bool:
    """Tell whether a dash in a date leads to nothing; `head` is the date with what sets it off."""
    return _END_LOST.search(head) is not None
