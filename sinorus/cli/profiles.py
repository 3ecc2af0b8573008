"""`sinorus actor`, `role` and `place`: what the events tell of one of them."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any

import typer

from sinorus.cli.database import reading
from sinorus.cli.options import Filters, Output, Session
from sinorus.cli.output import chosen_format, notify, place_of, write
from sinorus.cli.own_codebook import spelled_out
from sinorus.cli.questions import read_question
from sinorus.errors import UsageError
from sinorus.query.filters import ActorIs, Filter, PlaceIs, RoleIs
from sinorus.query.question import Question
from sinorus.render.page import Page, render_page
from sinorus.render.profile import Portrait, portrait_page, portrait_record, profile_page, profile_record
from sinorus.render.safe import json_text
from sinorus.store.lists import ListName, read_list
from sinorus.store.names import Match, NameField, look_up
from sinorus.store.profile import read_profile
from sinorus.store.reader import count_events, read_events
from sinorus.store.statistics import count_by

_FORMATS = ("table", "json")
_LAST = 10
_HOLDERS = ("role", "actors")  # of an office, only those who hold it are listed, not all whom they meet
_PIPE = 120


def actor_command(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any script.")],
    filters: Filters,
    output: Output,
) -> None:
    """Show an actor: names, offices, counterparts, topics.

    \b
    sinorus actor Lavrov
    sinorus actor 王毅 --since 2024-03
    """
    _check_format(output)
    with reading(session) as connection:
        question = read_question(connection, filters)
        match = _most_frequent(connection, "actor", name, question)
        profile = read_profile(connection, int(match.key), question)
        _write(profile_page(profile, _columns(output)), lambda: profile_record(profile), output)


def role_command(
    session: Session,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="An office.")],
    filters: Filters,
    output: Output,
) -> None:
    """Show an office: who holds it, where, about what.

    \b
    sinorus role "Foreign Minister"
    """
    lists: dict[str, ListName] = {"held by": "actors", "where": "places", "about": "topics", "kinds": "activities"}
    _write_portrait("role", title, RoleIs, lists, session, filters, output)


def place_command(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place.")],
    filters: Filters,
    output: Output,
) -> None:
    """Show a place: who comes there, about what.

    A country is all that lies in it.

    \b
    sinorus place Beijing
    """
    lists: dict[str, ListName] = {"who": "actors", "from": "countries", "about": "topics", "kinds": "activities"}
    _write_portrait("place", name, PlaceIs, lists, session, filters, output)


def _write_portrait(
    field: NameField,
    text: str,
    kind: Callable[[tuple[int, ...], str], Filter],
    lists: dict[str, ListName],
    session: Session,
    filters: Filters,
    output: Output,
) -> None:
    _check_format(output)
    with reading(session) as connection:
        matches = look_up(connection, field, text, spelled_out)
        called = list(dict.fromkeys(match.name for match in matches))
        keys = tuple(int(match.key) for match in matches)
        own = kind(keys, called[0] if len(called) == 1 else f"any “{text}”")
        question = read_question(connection, filters)
        everything = replace(question, filters=(*question.filters, own))
        latest = replace(everything, reverse=True, limit=_LAST)
        portrait = Portrait(
            "; ".join(called),
            field,
            count_events(connection, everything),
            count_by(connection, everything, "month"),
            {
                label: read_list(connection, name, everything, holding=keys if (field, name) == _HOLDERS else ())
                for label, name in lists.items()
            },
            tuple(read_events(connection, latest)),
        )
        _write(portrait_page(portrait, _columns(output)), lambda: portrait_record(portrait), output)


def _write(page: Page, record: Callable[[], dict[str, Any]], output: Output) -> None:
    if chosen_format(output) == "json":
        write([json_text(record(), indent=2) + "\n"], output)
    else:
        write(render_page(page, place_of(output)), output)


def _columns(output: Output) -> int:
    terminal = place_of(output)
    return terminal.width if terminal.interactive else _PIPE


def _check_format(output: Output) -> None:
    if chosen_format(output) not in _FORMATS:
        raise UsageError("A profile is a page or JSON.", "Write --json, or ask 'sinorus events' with a filter.")


def _most_frequent(connection: sqlite3.Connection, field: NameField, text: str, question: Question) -> Match:
    """Return the one that takes part most often of those that a name means, and say so when there are several."""
    matches = look_up(connection, field, text)
    if len(matches) == 1:
        return matches[0]
    taken = max(matches, key=lambda match: _events_with(connection, match, question))
    others = ", ".join(match.name for match in matches if match != taken)
    notify(f"{text.strip()!r} is taken for {taken.name}; it may also mean {others}.")
    return taken


def _events_with(connection: sqlite3.Connection, match: Match, question: Question) -> int:
    own = ActorIs((int(match.key),), match.name)
    return count_events(connection, replace(question, filters=(*question.filters, own), limit=None))
