"""A line on a terminal's stderr that tells how far a long work has come, and goes away when it is done."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sinorus.render.safe import one_line


@contextmanager
def showing_progress(what: str) -> Iterator[Callable[[int], None] | None]:
    """Give a function that is told how many entries are done; nothing is shown when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = one_line(what)[:50]

    def tell(count: int) -> None:
        if count % 100 == 0:
            sys.stderr.write(f"\r\x1b[K{shown}: {count:,} entries")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
