"""The first lines of a text without a header -> its title.

# Talks in spring                                    a marked heading
Talks in spring                                      a line with a blank line or an underline below it
The '''Oslo talks''' were ...    what a wiki's first sentence is about
"""

import re
from itertools import takewhile

from sinorus.reading.furniture import Furniture
from sinorus.reading.heads import find_head
from sinorus.reading.lines import Line
from sinorus.reading.markup import strip_markup

# What a wiki's page begins with: templates, pictures, switches, comments.
_SETTING = re.compile(r"\{\{(?:[^{}]*\}\}\s*$|[^{}]*$)|\[\[(?:File|Image|Category):|__[A-Z]+__|<!--", re.IGNORECASE)
_FURNITURE = Furniture()
_MOST_TITLE_LINES = 3
_BOLD = re.compile(r"[^']{0,80}'''([^']{3,150})'''")
_HEADING = re.compile(r"(?:#{1,3}\s+|=+\s*)(.{3,200}?)\s*[#=]*")


def find_title(lines: list[str]) -> str | None:
    """Return the title at the head of a text: a marked heading, or a short line with a blank line below it.

    A date is no title: it heads the entries below it.
    """
    below = lines[_past_settings(lines) :]
    title = _marked_or_alone(below) or _in_bold(below)
    head = find_head(title) if title is not None else None
    return None if title is None or (head is not None and head.strength == "alone") else strip_markup(title) or None


def _past_settings(lines: list[str]) -> int:
    """Return the number of the first line below a wiki's boxes and settings, and below a journal's volume."""
    depth = 0
    for number, line in enumerate(lines):
        text = line.strip("\ufeff \t")
        inside, depth = depth > 0, max(0, depth + text.count("{{") - text.count("}}"))
        is_volume = _FURNITURE.may_stand_beside(Line(number, text))
        if text and not inside and not is_volume and _SETTING.match(text) is None:
            return number
    return len(lines)


def _marked_or_alone(lines: list[str]) -> str | None:
    for number, line in enumerate(lines[:3]):
        text = line.strip("\ufeff \t")
        if not text:
            continue
        marked = _HEADING.fullmatch(text)
        if marked is not None:
            return marked[1].strip()
        if text.isupper() and (block := _block_of_capitals(lines[number:])) is not None:
            return block
        below = lines[number + 1].strip() if number + 1 < len(lines) else "x"
        alone = not below or set(below) <= {"="} or set(below) <= {"-"}
        return text if alone and 3 < len(text) <= 150 and text[-1] not in ".,;:" else None
    return None


def _block_of_capitals(lines: list[str]) -> str | None:
    """Return a title in capitals over two or three lines, without the period among them."""
    block = [line.strip() for line in takewhile(str.strip, lines)]
    if not 2 <= len(block) <= _MOST_TITLE_LINES or not all(line.isupper() for line in block):
        return None
    heads = [find_head(line) for line in block]
    return " ".join(line for line, head in zip(block, heads, strict=True) if head is None) or None


def _in_bold(lines: list[str]) -> str | None:
    """Return what a wiki's first sentence sets in bold, which is what the page is about."""
    if not lines or lines[0].startswith(("*", "#", ":", ";")) or find_head(lines[0]) is not None:
        return None
    bold = _BOLD.match(lines[0])
    return bold[1] if bold is not None else None
