"""Listing: what every list, count and table of the store comes as."""

from typing import Any, NamedTuple


class Listing(NamedTuple):
    """Rows under named columns; the last columns are counts and dates."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
