"""The place that stands before a date, as news agencies write it: "Oslo, May 5, 2014: " and "BERLIN (April 2) - ".

Newspapers stand there too, in references, and what says when a page was made: those are no places.
"""

import re
from typing import NamedTuple

_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]+|(?:of|and|de|la|al|the)(?=\s))"
_PLACE = re.compile(
    rf"(?P<name>(?=[A-ZÀ-Þ]){_NAME}(?:\s{_NAME}){{0,3}}(?:,\s{_NAME}(?:\s{_NAME}){{0,2}})?)"
    r"(?:,\s|\s\(|(?<=[A-Z][A-Z])\s)(?=\d|[A-Z][a-z]{2})"
)
_NO_PLACE = re.compile(
    r"\b(?:Times|Post|Journal|News|Review|Press|Affairs|Today|Monitor|Guardian|Economist|Daily|Weekly|Herald|Tribune"
    r"|Agency|Reuters|Interfax|Xinhua|University|Report|Bulletin|Magazine|AP|AFP|BBC|CNN|TASS|Updated|Published|Posted"
    r"|Accessed|Retrieved|Modified|Released?|Date|Sources?|By|Room|Vol|No|Table|Figure|Page|Issue|Edition)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\s)\]*_:–—―-]+")
_CLOSING = str.maketrans("", "", ")]*_")


class Place(NamedTuple):
    """A place before a date. Units: `end` is the offset in the line where the date can begin."""

    name: str
    end: int


def find_place(line: str, start: int) -> Place | None:
    """Return the place that stands at an offset, if a comma, a bracket or its capitals set it off from a date."""
    match = _PLACE.match(line, start)
    if match is None or _NO_PLACE.search(match["name"]) is not None:
        return None
    return Place(match["name"], match.end())


def mark_behind(line: str, end: int) -> str:
    """Return the colon or dash behind a date with its blanks, or nothing when something else stands there."""
    match = _MARK.match(line, end)
    mark = match.group().translate(_CLOSING) if match is not None else ""
    return mark if mark.strip() else ""
