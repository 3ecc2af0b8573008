"""A stored date -> the short form that a table shows, which sorts and never needs a second line.

    2024-04-08   2024-04-08/09   2024-02-28/03-02   2023-12-30/2024-01-02   2024-03   2024   1990s   spring 2001

A range leaves out what its end shares with its beginning, as ISO 8601 allows. Everything else that EDTF can say in
signs alone is written in words.
"""

import re

_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


def short_date(edtf: str) -> str:
    """Return the short form of a date in EDTF.

    >>> short_date("2024-04-08/2024-04-09"), short_date("2024-02-28/2024-03-02"), short_date("2001-21")
    ('2024-04-08/09', '2024-02-28/03-02', 'Spring 2001')
    """
    first, slash, last = edtf.partition("/")
    if not _PLAIN.fullmatch(first) or (slash and not _PLAIN.fullmatch(last)):
        return _in_words(edtf)
    if not slash or len(first) != len(last):
        return edtf
    return f"{first}/{_rest(first, last)}"


def long_date(edtf: str) -> str:
    """Return a date in EDTF as a person writes it."""
    return _in_words(edtf)


def _rest(first: str, last: str) -> str:
    beginnings = (first[: len("2024-04-")], first[: len("2024-")])
    for beginning in beginnings:
        if len(first) > len(beginning) and last.startswith(beginning):
            return last[len(beginning) :]
    return last


def _in_words(edtf: str) -> str:
    from sinorus.edtf import parse_edtf  # noqa: PLC0415
    from sinorus.labels import label  # noqa: PLC0415

    return label(*parse_edtf(edtf))
