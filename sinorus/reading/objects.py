"""JSON and JSON Lines -> records: a list of objects, an object that holds such a list, or one object a line."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from sinorus.errors import DocumentError
from sinorus.model import Rejection
from sinorus.reading.encodings import NO_TEXT, REPLACEMENT, TextContent
from sinorus.reading.headers import Header
from sinorus.reading.records import Record, field_of

_LIMIT = 256 << 20
_SOURCE_KEYS = ("title", "author", "publisher", "url", "period")
_BETWEEN = re.compile(r"[\s,]*")  # the items of a list
_AROUND = re.compile(r"[\s,:]*")  # the keys and the values of an object
_LINES_HINT = "Each line must be one JSON object with a date and a text."
_SECOND_HINT = "Put all events into one list, or import each list as a file of its own."
_HINT = 'Give a list of objects with "date" and "text", or one object a line.'


class _Found(NamedTuple):
    """A list of events: the key that it has, and the offset of the bracket that opens it."""

    key: str
    position: int


def read_objects(text: TextContent) -> Iterator[Record | Rejection]:
    """Yield the records of a JSON or JSON Lines file; a line that is no object, or a second list, is rejected.

    Raises: DocumentError when a JSON file cannot be read, or holds no list of objects.
    """
    if _is_lines(text):
        yield from _read_lines(text)
        return
    whole = text.text(_LIMIT).lstrip("\ufeff")
    start, *others = _find_lists(text, whole)
    yield from _read_list(text, whole, start.position)
    for other in others:
        line = whole.count("\n", 0, other.position) + 1
        yield Rejection(line, 1, other.key, f"the list {other.key!r} is a second list of events", _SECOND_HINT)


def _read_list(text: TextContent, whole: str, start: int) -> Iterator[Record | Rejection]:
    """Yield the records of the list whose bracket opens at an offset."""
    position, line, counted = start + 1, 1, 0
    decoder = json.JSONDecoder()
    while True:
        position = _skip(_BETWEEN, whole, position)
        if whole[position : position + 1] in {"]", ""}:
            return
        line += whole.count("\n", counted, position)
        counted = position
        item, position = _decode(text, decoder, whole, position)
        yield Record(line, _fields(item)) if isinstance(item, dict) else _no_object(line, str(item))


def read_object_header(text: TextContent) -> Header:
    """Return what the object around the list says of the source."""
    if _is_lines(text):
        return Header()
    whole = text.text(_LIMIT).lstrip("\ufeff")
    if not whole.lstrip().startswith("{"):
        return Header()
    around, _ = _decode(text, json.JSONDecoder(), whole, len(whole) - len(whole.lstrip()))
    title, author, publisher, url, period = (_string(around.get(key)) for key in _SOURCE_KEYS)
    return Header(title, author, publisher, url, period)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _is_lines(text: TextContent) -> bool:
    """Tell JSON Lines from JSON: its first two lines are objects by themselves, or its only one is an event."""
    first = list(islice((line.strip("\ufeff \t") for line in text.lines() if line.strip("\ufeff \t")), 2))
    if not first or not first[0].startswith("{") or not first[0].endswith("}"):
        return False
    try:
        item = json.loads(first[0])
    except (ValueError, RecursionError):
        return False
    return len(first) == 2 or _has_date(item)


def _is_event(item: Any, *, strictly: bool) -> bool:
    """Tell whether a value is an object with a date and, strictly, with a text: persons have dates too."""
    if not isinstance(item, dict) or not _has_date(item):
        return False
    return not strictly or "text" in {field_of(key) for key in item}


def _has_date(item: dict[str, Any]) -> bool:
    return bool({"date", "start", "year"} & {field_of(key) for key in item})


def _read_lines(text: TextContent) -> Iterator[Record | Rejection]:
    for number, line in enumerate(text.lines(), 1):
        stripped = line.strip("\ufeff \t")
        if not stripped:
            continue
        try:
            item = json.loads(stripped)
        except (ValueError, RecursionError):
            item = None
        yield Record(number, _fields(item)) if isinstance(item, dict) else _no_object(number, stripped)


def _no_object(line: int, text: str) -> Rejection:
    return Rejection(line, 1, " ".join(text[:80].split()), "this is no JSON object", _LINES_HINT)


def _find_lists(text: TextContent, whole: str) -> list[_Found]:
    """Return the list that the file is, or those in the object that it is: the first with dates, then any with events.

    Shape: at least one, in the order of the file.
    """
    start = len(whole) - len(whole.lstrip())
    if whole[start : start + 1] == "[":
        return [_Found("", start)]
    found: list[_Found] = []
    for key, position, value in _values(text, whole, start):
        if isinstance(value, list) and any(_is_event(item, strictly=bool(found)) for item in value):
            found.append(_Found(key, position))
    if not found:
        raise DocumentError(f"{text.content.name} holds no list of events", _HINT)
    return found


def _values(text: TextContent, whole: str, start: int) -> Iterator[tuple[str, int, Any]]:
    """Yield each key of the object at an offset, with its value and the offset at which that begins."""
    decoder = json.JSONDecoder()
    around, _ = _decode(text, decoder, whole, start)
    if not isinstance(around, dict):
        return
    position = _skip(_AROUND, whole, start + 1)
    while whole[position] != "}":
        key, position = decoder.raw_decode(whole, position)
        position = _skip(_AROUND, whole, position)
        value, end = decoder.raw_decode(whole, position)
        yield key, position, value
        position = _skip(_AROUND, whole, end)


def _skip(marks: re.Pattern[str], whole: str, position: int) -> int:
    """Return the offset of what comes behind blanks and marks."""
    skipped = marks.match(whole, position)
    return skipped.end() if skipped is not None else position


def _decode(text: TextContent, decoder: json.JSONDecoder, whole: str, position: int) -> tuple[Any, int]:
    name = text.content.name
    try:
        return decoder.raw_decode(whole, position)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"{name}:{error.lineno}:{error.colno}: this is no JSON: {error.msg.lower()}", _HINT
        ) from None
    except RecursionError:
        raise DocumentError(f"{name}: its objects are nested too deeply", _HINT) from None
    except ValueError as error:
        raise DocumentError(f"{name}: a value cannot be read: {error}", _HINT) from None


def _fields(item: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in item.items():
        field = field_of(key)
        if field is not None and fields.get(field) is None:
            fields[field] = _storable(value)
    return fields


def _storable(value: Any) -> Any:
    """Return a value without the zero bytes that JSON can spell in its strings."""
    if isinstance(value, str):
        return value.replace(NO_TEXT, REPLACEMENT)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    return {key: _storable(item) for key, item in value.items()} if isinstance(value, dict) else value
