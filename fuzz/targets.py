"""Bytes -> a part of the program, and the laws that it keeps whatever the bytes are.

A target may refuse its input in the way that its part promises (`DocumentError`, `UsageError`, and so on); every other
exception is a finding, and so is a broken law. Bytes that are not UTF-8 become halves of surrogate pairs, as the
operating system hands over arguments.
"""

from collections.abc import Callable
from datetime import date
from io import StringIO
from itertools import islice
from json import dumps, loads
from random import Random
from typing import Any, NamedTuple

from fuzz import files, texts
from fuzz.laws import must, text_of
from fuzz.program import make_run, run_program
from fuzz.stored import asked, coder, filled, importer
from sinorus.dates import UnreadableDateError, find_expressions, parse_date
from sinorus.errors import DocumentError, SinorusError, UsageError
from sinorus.importer import read_sources
from sinorus.model import Entry
from sinorus.query.periods import parse_period
from sinorus.query.question import Question
from sinorus.query.request import FIELDS, Request
from sinorus.reading import read_chronology
from sinorus.render.detail import detail_page
from sinorus.render.events import event_record, of_events
from sinorus.render.events_table import render_events
from sinorus.render.formats import FORMATS, Style
from sinorus.render.page import render_page
from sinorus.render.plain import render_plain
from sinorus.render.safe import harmless
from sinorus.render.terminal import Terminal
from sinorus.span import DateSpan
from sinorus.store.checking import check
from sinorus.store.detail import read_event
from sinorus.store.reader import count_events, read_events
from sinorus.store.resolution import resolve

TODAY = date(2024, 5, 17)
_DAY = DateSpan.day(date(2015, 6, 1))
_MOST = 200


class Target(NamedTuple):
    """How an input is made, and what is done with it; `weight` is its share of a run."""

    make: Callable[[Random], bytes]
    run: Callable[[bytes], None]
    weight: float


def run_dates(data: bytes) -> None:
    """A text is a date, or says why not; the dates in it stand in it, one after the other."""
    text = text_of(data)
    try:
        span = parse_date(text)
    except UnreadableDateError as error:
        must(error.remedy and error.reason, "a date that is refused comes with a reason and a remedy")
    else:
        _keep_span(span)
        must(parse_date(span.label()) == span, f"the label {span.label()!r} is read back as {span.edtf}")
    last = 0
    for found in find_expressions(text):
        must(last <= found.start < found.end <= len(text), "dates stand in the text, in order, and apart")
        last = found.end


def _keep_span(span: DateSpan) -> None:
    must(span.end is None or span.start <= span.end, "a span ends after it begins")
    must(DateSpan.from_edtf(span.edtf) == span, f"{span.edtf} is the span")


def run_periods(data: bytes) -> None:
    """A text is a period, or a wrong usage; its label is the same period."""
    try:
        period = parse_period(text_of(data), TODAY)
    except UsageError as error:
        must(error.hint, "a hint")
        return
    must(not (period.since and period.until) or period.since <= period.until, "a period runs forwards")
    must(parse_period(period.label(), TODAY) == period, f"the label {period.label()!r} is read back")


def run_questions(data: bytes) -> None:
    """Whatever is typed into whichever filter is a question that the database answers, or a wrong usage."""
    field, _, value = text_of(data).partition("\n")
    name = FIELDS.get(field, "text")
    given: dict[str, Any] = {name: value if name in ("since", "until") else (value,)}
    for request in (Request(**given), Request(without=(f"{name}:{value}",), mentions=True)):
        try:
            question, notices = resolve(asked(), request, TODAY)
        except UsageError:
            continue
        told = harmless(" ".join((question.sentence(), *notices)))
        must(told.strip() and harmless(told) == told, "a sentence that is harmless as it is told")
        events = list(read_events(asked(), question))
        must(len(events) == count_events(asked(), question), "as many events as are counted")
        for search in question.searches():
            for event in events:
                for start, end in search.find(event.text):
                    must(0 <= start < end <= len(event.text), "what was found stands in the text")


def run_coding(data: bytes) -> None:
    """Any text is coded, and every mention stands where it is said to stand."""
    text = text_of(data)
    event = coder().code(Entry(_DAY, "June 1, 2015", text, 1))
    for found in (*event.actors, *event.places, *event.dates):
        must(0 <= found.start <= found.end <= len(text), "a mention lies in the text")
        must(text[found.start : found.end] == found.mention, "a mention is the text at its place")
    for label in (*event.topics, *event.activities):
        must(label.start is None or text[label.start : label.end] == label.cue, "a cue is the text at its place")


def reader_of(name: str) -> Callable[[bytes], None]:
    """Return the target that reads files of one kind."""

    def run(data: bytes) -> None:
        """A file is read, or refused with a sentence; reading it again gives the same."""
        try:
            chronology = read_chronology(data, name=name)
            passages = list(islice(chronology.passages(), _MOST))
        except DocumentError as error:
            must(name in error.message, "the message names the file")
            return
        for passage in passages:
            must(passage.line >= 1, "lines count from 1")
            if isinstance(passage, Entry):
                _keep_span(passage.span)
        must(list(islice(chronology.passages(), _MOST)) == passages, "the same again")

    return run


def run_whole(data: bytes) -> None:
    """A file is stored, sound, shown harmlessly in every way, and is the same after a second import and as JSON."""
    name, content = _unpacked(data)
    try:
        first = [event for event in _stored(name, content) if event["text"]]
    except (SinorusError, UnicodeEncodeError):  # half of a surrogate pair: the connection's keeper says so
        return
    if first:
        again = _stored("a.json", dumps(first).encode())
        must(_but_actors(again) == _but_actors(first), "what is printed as JSON is read back")


def _but_actors(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the actors: a name that only a text tells is looked up once more among its new neighbours."""
    return [{**event, "actors": None} for event in events]


def _unpacked(data: bytes) -> tuple[str, bytes]:
    """The first line names the kind."""
    kind, _, content = data.partition(b"\n")
    return files.FILES.get(kind.decode("latin-1"), ("a.txt", None))[0], content


def _stored(name: str, content: bytes) -> list[dict[str, Any]]:
    with filled() as connection:
        chronologies = read_sources(content, name=name)
        for chronology in chronologies:
            importer().store(connection, chronology)
        for chronology in chronologies:
            tally = importer().store(connection, chronology).tally
            must(not tally.touched, f"nothing is new in a second import: {tally}")
        problems = list(check(connection))
        must(not problems, f"the database is sound: {problems}")
        events = list(read_events(connection, Question()))
        _show(events, connection)
        return [{**event_record(event), "id": 0} for event in events]


def _show(events: list[Any], connection: Any) -> None:
    """Write the events in every format, and see that nothing in them acts on a terminal."""
    here = Terminal(True, width=100)
    answer = of_events(events)
    shown = {name: "".join(write(answer, Style(terminal=True, template="{text} {actors}"))) for name, write in
             FORMATS.items()}  # fmt: skip
    shown |= {"plain": "".join(render_plain(answer)), "table": "".join(render_events(events, here))}
    for event in events[:3]:
        if detail := read_event(connection, event.id):
            shown["page"] = "".join(render_page(detail_page(detail), here))
    for name, text in shown.items():
        must(harmless(text) == text, f"{name} shows nothing that a terminal obeys")
    must(loads(shown["json"]) == [event_record(event) for event in events], "JSON is read back")
    must(all(loads(line) for line in StringIO(shown["jsonl"])), "each line is JSON")


def _bytes(make: Callable[[Random], str]) -> Callable[[Random], bytes]:
    return lambda chance: make(chance).encode("utf-8", "surrogatepass")


def _question(chance: Random) -> bytes:
    field = chance.choice(list(FIELDS))
    value = texts.period(chance) if field in ("on", "since", "until") else texts.question(chance)
    return f"{field}\n{value}".encode("utf-8", "surrogatepass")


def _whole(chance: Random) -> bytes:
    kind = chance.choice(("text", "markdown", "html", "table", "json"))
    return kind.encode() + b"\n" + files.FILES[kind][1](chance)


_WEIGHTS = {"text": 8.0, "markdown": 3.0, "html": 4.0, "table": 5.0, "json": 5.0, "docx": 0.5, "pdf": 0.5}
TARGETS: dict[str, Target] = {
    "dates": Target(_bytes(texts.when), run_dates, 30),
    "periods": Target(_bytes(texts.period), run_periods, 20),
    "questions": Target(_question, run_questions, 12),
    "coding": Target(_bytes(texts.prose), run_coding, 10),
    "whole": Target(_whole, run_whole, 0.4),
    "program": Target(make_run, run_program, 1),
} | {kind: Target(make, reader_of(name), _WEIGHTS[kind]) for kind, (name, make) in files.FILES.items()}
