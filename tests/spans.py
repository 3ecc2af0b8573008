"""Spans for property tests: every kind that an author can give."""

from datetime import date

from hypothesis import strategies as st

from sinorus.edtf import Atom
from sinorus.labels import part_of_decade, part_of_month, part_of_year
from sinorus.span import DateSpan

_YEARS = st.integers(1, 9900)
_DAYS = st.dates(date(1, 1, 1), date(9900, 12, 31)).map(lambda day: Atom(day.year, day.month, day.day))
_MONTHS = st.builds(lambda year, month: Atom(year, month), _YEARS, st.integers(1, 12))
_SEASONS = st.builds(lambda year, season: Atom(year, season), _YEARS, st.integers(21, 24))
_PLAIN_YEARS = _YEARS.map(lambda year: Atom(year))
_DECADES = st.builds(lambda decade: Atom(10 * decade, unspecified=1), st.integers(1, 980))
_CENTURIES = st.builds(lambda century: Atom(100 * century, unspecified=2), st.integers(1, 98))
_UNITS = st.one_of(_DAYS, _MONTHS, _SEASONS, _PLAIN_YEARS)
_QUALIFIED = st.builds(lambda atom, mark: atom._replace(qualifier=mark), _UNITS, st.sampled_from("~?%"))
_PARTS = st.sampled_from(("early", "mid", "late"))


def _range(one: Atom, other: Atom) -> DateSpan:
    first, last = sorted((one, other), key=lambda atom: (atom.first_day(), atom.last_day()))
    return DateSpan.between(first, last)


def _single(atom: Atom) -> DateSpan:
    return DateSpan.between(atom, atom)


SPANS = st.one_of(
    st.one_of(_UNITS, _DECADES, _CENTURIES, _QUALIFIED).map(_single),
    st.builds(_range, _UNITS, _UNITS),
    st.builds(_range, _DAYS, _DAYS),
    st.builds(_range, _MONTHS, _MONTHS),
    st.builds(_range, _QUALIFIED, st.one_of(_UNITS, _QUALIFIED)),
    st.one_of(_UNITS, _QUALIFIED).map(lambda atom: DateSpan.between(atom, None)),
    st.builds(
        lambda year, month, part: DateSpan.between(*part_of_month(year, month, part)),
        _YEARS,
        st.integers(1, 12),
        _PARTS,
    ),
    st.builds(lambda year, part: DateSpan.between(*part_of_year(year, part)), _YEARS, _PARTS),
    st.builds(lambda decade, part: DateSpan.between(*part_of_decade(10 * decade, part)), st.integers(1, 980), _PARTS),
)
