"""`sinorus events`: the events that match the filters."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sinorus.cli.database import reading
from sinorus.cli.options import Asking, Filters, Order, Output, Session
from sinorus.cli.output import chosen_columns, chosen_format, place_of, write, write_format
from sinorus.cli.questions import notify_empty, notify_more, read_question, told_instead
from sinorus.query.question import Question
from sinorus.render.events import of_events
from sinorus.render.terminal import Terminal
from sinorus.store.reader import count_events, read_events
from sinorus.store.rows import EventRow

Find = Callable[[str], list[tuple[int, int]]]


def events_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the events that match the filters.

    Within one option a comma means any, a repeated option means all, and different options mean all. Each looks at the
    whole event: --role and --country may be met by two persons, --role "Iranian Foreign Minister" only by one.

    \b
    sinorus events --actor Lavrov --topic ukraine-war
    sinorus events --actor Lavrov,Putin --country CN --since 2024-03
    sinorus events --role "Foreign Minister" --on 2024Q1 --csv
    sinorus events --text '"gas pipeline"' --sort relevance
    """
    format_name = chosen_format(output)
    with reading(session) as connection:
        question = read_question(connection, filters, order)
        if told := told_instead(connection, question, asking):
            write(told, output)
        elif asking.count:
            write([f"{count_events(connection, question)}\n"], output)
        else:
            events = read_events(connection, question)
            first = next(events, None)
            if first is None:
                notify_empty(connection, question)
            found = chain([] if first is None else [first], events)
            if format_name == "table":
                write(_table(found, question, output, _finder(question) if filters.text else None), output)
            else:
                write_format(chosen_columns(of_events(found), output), format_name, output)
            if first is not None and filters.on:
                notify_more(connection, question)


def _table(events: Iterable[EventRow], question: Question, output: Output, find: Find | None) -> Iterable[str]:
    terminal = place_of(output)
    if not terminal.interactive:
        from sinorus.render.plain import render_plain
        from sinorus.render.short_events import short_events

        answer = of_events(events) if output.columns is not None else short_events(events, question.mentions)
        return render_plain(chosen_columns(answer, output), output.header)
    return _drawn(_Counted(events), question, output, terminal, find)


def _drawn(
    events: "_Counted", question: Question, output: Output, terminal: Terminal, find: Find | None
) -> Iterator[str]:
    """Yield the table for a terminal, with the question as its title and a count as its foot."""
    from sinorus.render.events_table import render_events, render_foot
    from sinorus.render.tables import render_table

    title = question.title()
    if output.columns is not None:
        yield from render_table(chosen_columns(of_events(events), output), terminal, title=title, header=output.header)
    else:
        yield from render_events(
            events, terminal, title=title, header=output.header, mentions=question.mentions, find=find
        )
    if events.count:
        yield from render_foot(events.count, question.sentence(), terminal)


class _Counted:
    """Events that are counted on their way."""

    def __init__(self, events: Iterable[EventRow]) -> None:
        self._events = events
        self.count = 0

    def __iter__(self) -> Iterator[EventRow]:
        for event in self._events:
            self.count += 1
            yield event


def _finder(question: Question) -> Find:
    """Return what finds the words that the question looks for."""
    searches = question.searches()
    return lambda text: [span for search in searches for span in search.find(text)]
