"""What a document says of itself: `Key: value` lines or front matter at its beginning, else its title.

Title: China and Russia, spring 2024        ---
Publisher: A journal                        title: China and Russia
Period: January-April 2024                  authors: [A. Author, B. Author]
                                            ---
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sinorus.reading.furniture import Furniture
from sinorus.reading.lines import Line
from sinorus.reading.page_breaks import mark_pages
from sinorus.reading.titles import find_title

_KEYS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "editor": "author",
    "publisher": "publisher",
    "journal": "publisher",
    "publication": "publisher",
    "url": "url",
    "link": "url",
    "source": "url",
    "period": "period",
    "covers": "period",
    "coverage": "period",
}
_OTHER_KEYS = frozenset(
    "date published updated accessed retrieved issue volume number language licence license copyright description"
    " subject subjects keywords tags note notes doi isbn format".split()
)
_LINE = re.compile(r"\s{0,3}([A-Za-z]{2,14})\s?:\s+(\S.{0,500}?)\s*")
_ADDRESS = re.compile(r"[a-z]{2,8}:|www\.|[\w-]+(?:\.[\w-]+)+(?:/|$)", re.IGNORECASE)
_LIST_ITEM = re.compile(r"\s*-\s+(.{1,200}?)\s*")
_LONGEST = 60
_LONGEST_LINE = 1000


@dataclass(frozen=True, slots=True)
class Header:
    """A document's own account of itself; `length` is how many of its lines that takes."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    period: str | None = None
    length: int = 0


def read_header(lines: Iterable[str]) -> Header:
    """Return the header of a text, with its first heading as the title when it has no header."""
    first = [line[:_LONGEST_LINE] for line in islice(lines, _LONGEST)]
    start = _past_page(first)
    fence = first[start].strip("\ufeff ") if first else ""
    if fence in {"---", "+++"}:
        return _read_front_matter(first, start, fence)
    fields: dict[str, str] = {}
    length = start
    for line in first[start:]:
        match = _LINE.fullmatch(line.lstrip("\ufeff"))
        key = match[1].lower() if match is not None else ""
        if match is None or (key not in _KEYS and key not in _OTHER_KEYS):
            break
        fields.setdefault(_KEYS.get(key, key), match[2])
        length += 1
    if not fields.keys() & set(_KEYS.values()) - {"url"}:
        return Header(title=find_title(first[start:]))
    return _header(fields, length, first[length:])


def _past_page(lines: list[str]) -> int:
    """Return the number of the first line with words that are not the page's own ("A Review    Page 1")."""
    marked = mark_pages((Line(number, line) for number, line in enumerate(lines)), Furniture())
    return next((line.number for line in marked if line.kind == "" and line.text.strip("\ufeff \t")), 0)


def _read_front_matter(lines: list[str], start: int, fence: str) -> Header:
    end = next((number for number, line in enumerate(lines[start + 1 :], start + 1) if line.strip() == fence), None)
    if end is None:
        return Header(title=find_title(lines[start:]))
    fields: dict[str, str] = {}
    key = ""
    for line in lines[start + 1 : end]:
        match = re.compile(r"([A-Za-z]{2,14})\s*[:=]\s*(.{0,500}?)\s*").fullmatch(line)
        item = _LIST_ITEM.fullmatch(line)
        if match is not None:
            key = match[1].lower()
            fields.setdefault(_KEYS.get(key, key), _unquote(match[2]))
        elif item is not None and key in _KEYS:
            known = fields.get(_KEYS[key], "")
            fields[_KEYS[key]] = f"{known}, {_unquote(item[1])}".lstrip(", ")
    return _header(fields, end + 1, lines[end + 1 :])


def _unquote(value: str) -> str:
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_unquote(part.strip()) for part in value[1:-1].split(",") if part.strip())
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _header(fields: dict[str, str], length: int, rest: list[str]) -> Header:
    url, publisher = fields.get("url"), fields.get("publisher")
    if url is not None and _ADDRESS.match(url) is None:  # "Source: a journal" names no address
        url, publisher = None, publisher or url
    title = fields.get("title") or find_title(rest)
    return Header(title, fields.get("author"), publisher, url, fields.get("period"), length)
