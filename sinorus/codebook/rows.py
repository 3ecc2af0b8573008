"""The tables of several folders -> one row a key, whole and in words that the rules know.

A row whose key an earlier one has goes over it: a filled cell replaces what was there, in a cell of several values it
adds to them, and an empty cell keeps it. A new key is a new row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from operator import itemgetter
from pathlib import Path
from typing import get_args

from sinorus.codebook.records import COLUMNS, BodyKind, Caution, CueKind, NameOrder, OfficeKind, PlaceKind, WordKind
from sinorus.codebook.tables import Row, read_table
from sinorus.errors import CodebookError

KEYS: dict[str, tuple[str, ...]] = {
    "countries": ("code",),
    "offices": ("form",),
    "title_words": ("word",),
    "people": ("name", "country"),
    "tenures": ("person", "country", "title", "organization", "since"),
    "organizations": ("name",),
    "places": ("name", "country"),
    "topics": ("slug",),
    "topic_cues": ("cue", "topic"),
    "area_topics": ("area", "topic", "since"),
    "activities": ("slug",),
    "activity_cues": ("cue", "activity"),
    "context_cues": ("cue", "kind"),
    "topic_signs": ("sign", "topic"),
    "activity_signs": ("sign", "activity"),
}
# A person may have no state, a tenure no beginning.
_MAY_BE_EMPTY = frozenset(["country", "organization", "since"])
_ALSO_NEEDED = {
    "countries": ("name",),
    "offices": ("title",),
    "topics": ("name",),
    "activities": ("name",),
}
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "countries": {"name_order": ("", *get_args(NameOrder))},
    "offices": {"kind": get_args(OfficeKind)},
    "title_words": {"kind": get_args(WordKind)},
    "organizations": {"kind": get_args(BodyKind)},
    "places": {"kind": get_args(PlaceKind), "caution": ("", *get_args(Caution))},
    "context_cues": {"kind": get_args(CueKind)},
}
_SEVERAL = frozenset(["adjectives", "demonyms", "names", "governments", "short", "native"])


@dataclass(slots=True)
class _RowOver(Row):
    """A row with what an earlier one of the same key says where it says nothing itself."""

    earlier: Row

    def error(self, column: str, problem: str) -> CodebookError:
        """Return the error that points at the cell in the row from which it is."""
        if self.cells[column] == self.earlier.cells[column]:
            return self.earlier.error(column, problem)
        return Row(self.cells, self.file, self.line).error(column, problem)


def read_rows(name: str, folders: Sequence[Path]) -> Iterator[Row]:
    """Yield the rows of a table from each folder in turn, those of the same key laid over one another.

    Raises: CodebookError for a row that is malformed, lacks what it needs, or has a kind that no rule knows.
    """
    rows = read_table(name, COLUMNS[name], folders)
    # One folder never says two things under one key: a test holds the bundled tables to that.
    holders = [folder for folder in folders if (folder / f"{name}.csv").is_file() or (folder / name).is_dir()]
    return _checked(name, rows if len(holders) < 2 else _merged(name, rows))


def find_strange_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the CSV files of a folder that are no table and that nothing reads, with the table that may be meant."""
    for file in sorted(folder.glob("*.csv")) if folder.is_dir() else ():
        if file.stem not in COLUMNS:
            near = get_close_matches(file.stem.lower(), COLUMNS, n=1, cutoff=0.6)
            yield file, near[0] if near else ""


def _merged(name: str, rows: Iterable[Row]) -> Iterable[Row]:
    merged: dict[object, Row] = {}
    key = itemgetter(*KEYS[name])
    for row in rows:
        row_key = key(row.cells)
        earlier = merged.get(row_key)
        merged[row_key] = row if earlier is None else _over(earlier, row)
    return merged.values()


def _over(earlier: Row, row: Row) -> Row:
    cells = {column: cell or earlier[column] for column, cell in row.cells.items()}
    for column in _SEVERAL & cells.keys():
        cells[column] = "; ".join(dict.fromkeys([*earlier.many(column), *row.many(column)]))
    return _RowOver(cells, row.file, row.line, earlier)


def _checked(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    needed = [column for column in (*KEYS[name], *_ALSO_NEEDED.get(name, ())) if column not in _MAY_BE_EMPTY]
    kinds = [(column, frozenset(known)) for column, known in KINDS.get(name, {}).items()]
    for row in rows:
        cells = row.cells
        for column in needed:
            if not cells[column]:
                raise row.error(column, "a row needs this")
        for column, known in kinds:
            if cells[column] not in known:
                raise row.error(column, f"not one of {', '.join(filter(None, KINDS[name][column]))}")
        yield row
