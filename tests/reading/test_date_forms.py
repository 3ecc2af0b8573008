"""Every date form, in its place in a document, through the front door."""

import pytest

from sinorus.model import Entry
from sinorus.reading import read_chronology
from sinorus.span import DateSpan
from tests.reading.date_forms import FORMS

CASES = [
    pytest.param(above, line, expected, id=f"{family}-{number}: {' / '.join([*above, line])}"[:90])
    for family, forms in FORMS.items()
    for number, (above, line, expected) in enumerate(forms, 1)
]


def _days(span: DateSpan) -> str:
    end = "open" if span.end is None else span.end.isoformat()
    return end if span.start.isoformat() == end else f"{span.start.isoformat()}..{end}"


@pytest.mark.parametrize(("above", "line", "expected"), CASES)
def test_form_gives_the_days_that_its_author_meant(above: list[str], line: str, expected: str | None) -> None:
    text = "\n".join([*above, line]) + "\n"
    passages = read_chronology(text.encode(), name="forms.txt").passages()
    last = len(text.splitlines())
    found = [_days(p.span) for p in passages if isinstance(p, Entry) and p.line == last]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(("above", "line", "expected"), CASES)
def test_edtf_of_a_form_says_the_same_days(above: list[str], line: str, expected: str | None) -> None:
    text = "\n".join([*above, line]) + "\n"
    spans = [p.span for p in read_chronology(text.encode(), name="forms.txt").passages() if isinstance(p, Entry)]
    assert [DateSpan.from_edtf(span.edtf) for span in spans] == spans
