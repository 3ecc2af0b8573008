"""Passages -> the same passages, and a doubt for each entry whose year is hardly meant: "May 9, 1024" between 2024s.

    2024 2024 1024 2024       a few entries far from those on both sides, which agree with one another
    2024 2024 ... 2042        at an end: far from its neighbours, and one slip of the pen away

Nothing is left out: an author may mean what looks like a slip. A document without order is left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.model import Entry
from sinorus.reading.passages import Doubt, Passage

_FAR = 5
_FAR_AT_AN_END = 10
_FURTHEST = 200
_FEW = 2
_LOOK_AHEAD = 4
# With more turns than these the years of a document tell nothing, and are not kept.
_MOST_RUNS = 20_000
_LARGEST_SHARE = 0.05
_LEAST = 3
_EXCERPT = 80


@dataclass(slots=True)
class _Run:
    """Entries of one year, one below the other: how many, and the first of them."""

    year: int
    count: int
    line: int
    column: int
    excerpt: str


def tell_far_years(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yield passages as they come, and then what is to be said of their years."""
    runs: list[_Run] = []
    for passage in passages:
        if isinstance(passage, Entry) and len(runs) <= _MOST_RUNS:
            year = passage.span.start.year
            if runs and runs[-1].year == year:
                runs[-1].count += 1
            else:
                excerpt = " ".join(f"{passage.date_text}: {passage.text[:_EXCERPT]}".split())[:_EXCERPT]
                runs.append(_Run(year, 1, passage.line, passage.column, excerpt))
        yield passage
    if len(runs) <= _MOST_RUNS:
        yield from (_doubt(run) for run in _far(runs))


def _far(runs: list[_Run]) -> list[_Run]:
    """Return the runs that are far from their neighbours, unless they are too many to be slips."""
    if sum(run.count for run in runs) < _LEAST:
        return []
    found = [at for at in range(1, len(runs) - 1) if runs[at].count <= _FEW]
    far: set[int] = set()
    for at in found:
        before = next((runs[i] for i in range(at - 1, -1, -1) if i not in far), None)
        if before is not None and _stands_out(runs[at], before, runs[at + 1 : at + 1 + _LOOK_AHEAD]):
            far.add(at)
    for at in (0, len(runs) - 1):
        others = [run.year for i, run in enumerate(runs) if i != at and i not in far]
        if others and _is_slip_at_end(runs[at], others[0 if at == 0 else -1], max(others) - min(others)):
            far.add(at)
    return [runs[at] for at in sorted(far)] if len(far) <= max(_LEAST, _LARGEST_SHARE * len(runs)) else []


def _stands_out(run: _Run, before: _Run, below: list[_Run]) -> bool:
    """Tell whether the years go on below a run as if it were not there."""
    return abs(run.year - before.year) > _FAR and any(
        abs(after.year - before.year) <= 1 and abs(run.year - after.year) > _FAR for after in below
    )


def _is_slip_at_end(run: _Run, neighbour: int, others: int) -> bool:
    """Tell whether the first or last entries are far off by one figure, by two that are swapped, or by ages.

    Units: years; `others` is how many all the others cover.
    """
    apart = abs(run.year - neighbour)
    if run.count > _FEW or apart <= max(_FAR_AT_AN_END, 2 * others):
        return False
    one, other = f"{run.year:04}", f"{neighbour:04}"
    differing = [at for at in range(4) if one[at] != other[at]]
    swapped = len(differing) == 2 and one[differing[0]] + one[differing[1]] == other[differing[1]] + other[differing[0]]
    return apart > _FURTHEST or len(differing) == 1 or swapped


def _doubt(run: _Run) -> Doubt:
    return Doubt(
        run.line,
        run.column,
        run.excerpt,
        f"the year {run.year} is far from those around it",
        "Correct it if it is a slip; as it is, the entry is taken with that year.",
    )
