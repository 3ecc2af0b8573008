"""What a shell may complete after an option: names from the database, formats, measures; nothing when there is none.

A name is offered from the word on that was begun, in the case in which it was typed, and only if no shell would take a
character of it for more than a letter.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import get_args

import typer

from sinorus.cli.options import Filters, Output
from sinorus.errors import SinorusError
from sinorus.render.formats import FORMAT_NAMES, format_remark
from sinorus.store.names import NameField

Completer = Callable[[typer.Context, str], list[tuple[str, str]]]
_PLAIN = re.compile(r"[\w .,()&/’·+-]*")
_NAMED: tuple[NameField, ...] = get_args(NameField)


def complete_options() -> None:
    """Let the options complete their values; only for a shell that asks, since Typer examines every completer."""
    for kind in (Filters, Output):
        for one in fields(kind):
            if completer := _completer_of(one.name):
                _, option = get_args(one.type)
                option.autocompletion = completer


def _completer_of(option: str) -> Completer | None:
    if option == "format":
        return complete_format
    if option == "without":
        return complete_exclusion
    return names_of(option) if option in _NAMED else None


def names_of(field: NameField) -> Completer:
    """Return what completes the names of a field."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from sinorus.store.completion import complete_names

        done, begun = _split(incomplete)
        with suppress(SinorusError, sqlite3.Error), _opened(ctx) as connection:
            found = complete_names(connection, field, begun)
            offers: dict[str, str] = {}
            for value, remark in _fitting(found, begun):
                offers[done + value] = "" if done + value in offers else remark
            return list(offers.items())
        return []

    return complete


def complete_format(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:  # noqa: ARG001
    """Complete the name of a format."""
    return [(name, format_remark(name)) for name in FORMAT_NAMES if name.startswith(incomplete)]


def complete_exclusion(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Complete FIELD:VALUE."""
    from sinorus.query.request import FIELDS

    field, colon, value = incomplete.partition(":")
    if not colon:
        return [(f"{name}:", "") for name in FIELDS if name.startswith(field)]
    name = FIELDS.get(field)
    if name not in _NAMED:  # a time, words of the text, or what is no field: nothing can be offered
        return []
    return [(f"{field}:{found}", remark) for found, remark in names_of(name)(ctx, value)]


@contextmanager
def _opened(ctx: typer.Context) -> Iterator[sqlite3.Connection]:
    from sinorus.cli.database import find_database
    from sinorus.cli.options import Session
    from sinorus.store.connection import open_reading

    typed = ctx.params.get("db") or ctx.find_root().params.get("db")
    path: Path = find_database(Session(typed))[0]
    with open_reading(path, wait=0.2) as connection:
        yield connection


def _split(incomplete: str) -> tuple[str, str]:
    """Return what is complete already, up to the last comma, and what is begun."""
    done, comma, begun = incomplete.rpartition(",")
    return done + comma, begun


def _fitting(found: Sequence[tuple[str, str]], begun: str) -> Iterator[tuple[str, str]]:
    from sinorus.folding import fold

    for name, remark in found:
        for match in re.finditer(r"\b\w", name):
            tail = name[match.start() :]
            if fold(tail).startswith(fold(begun)) and _PLAIN.fullmatch(tail):
                rest = tail[len(begun) :]
                yield begun + rest, _plain_remark(name if match.start() else "", remark)
                break


def _plain_remark(name: str, remark: str) -> str:
    told = f"{name} ({remark})" if name and remark else name or remark
    return told if _PLAIN.fullmatch(told) else ""
