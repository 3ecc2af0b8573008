"""A listing of the store -> stdout, in the format that was asked for."""

from sinorus.cli.options import Output
from sinorus.cli.output import chosen_columns, chosen_format, place_of, write, write_format
from sinorus.render.answer import of_rows
from sinorus.store.listing import Listing

_NARROW = 100
_HIDDEN_ON_NARROW = {"native_name", "author"}
# Columns that a table leaves out; every other format has them.
_HIDDEN: dict[str, set[str]] = {
    "actors": {"origin"},
    "places": {"latitude", "longitude"},
    "topics": {"description"},
    "activities": {"description", "plover_type", "plover_mode"},
    "sources": {"publisher", "url", "imported_at"},
}


def write_listing(name: str, listing: Listing, output: Output, *, title: str = "") -> None:
    """Write the rows of a listing."""
    format_name = chosen_format(output)
    answer = chosen_columns(of_rows(name, listing.columns, listing.rows), output)
    if format_name != "table":
        write_format(answer, format_name, output)
        return
    terminal = place_of(output)
    if output.columns is None:
        hidden = _HIDDEN.get(name, set()) | (
            _HIDDEN_ON_NARROW if terminal.interactive and terminal.width < _NARROW else set()
        )
        answer = answer.only([column for column in answer.columns if column not in hidden])
    if terminal.interactive:
        from sinorus.render.tables import render_table

        write(render_table(answer, terminal, title=title, header=output.header), output)
    else:
        from sinorus.render.plain import render_plain

        write(render_plain(answer, output.header), output)
