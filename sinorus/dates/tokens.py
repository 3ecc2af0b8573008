"""The head of a text -> the run of date tokens that it begins with, as a string of kinds with their values and offsets.

"Oct. 8-10, 2001: A team" gives the shape `mn-n,y:`. Reading stops at the first thing that dates are not made of, so a
line of prose costs one token and a line of ten megabytes no more than a short one.

    n number of one or two digits   j the same with an ordinal ending   3 three digits   4 other four digits   y year
    Y year of two digits after an apostrophe   D decade   X EDTF with open digits   W ISO week (and day)
    i ISO date, or any with its order beyond doubt (a month or day that is printed as 0 becomes -1)
    N numeric date   I year and two digits: 2014-03, 1992-93   Q Q1   H H1   - any dash   ~ tilde
    , . / & ( ) [ ] : ; | + ? %   and the words of `vocabulary`
"""

import re
from typing import Any, NamedTuple

from sinorus.dates.figures import read_figures
from sinorus.dates.month_words import DAY_FIRST
from sinorus.dates.vocabulary import ABBREVIATIONS, find_word

_LONGEST = 28
SPACE = r"[\s\u200b-\u200f\u2060\ufeff\u00ad]"
_SCANNED = r"(?=[A-Za-z]*\d[A-Za-z]*\d)[0-9OoQqIlSBZ]{4}(?<!\d\d\d\d)(?![A-Za-z0-9])"
_FIGURES = "|".join(
    (
        r"(?P<iso>\d{4}(?P<mark_i>[-‐‑–./])\d{1,2}(?P=mark_i)\d{1,2}(?!\d|[-.]\d|/\d{1,2}/)"
        r"(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)",
        r"(?P<numeric>\d{1,2}(?P<mark_n>[-‐‑./])\d{1,2}(?P=mark_n)(?:\d{4}|\d{2})(?!\d|[-./]\d))",
        r"(?P<roman>\d{1,2}[./ -](?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[./ -]\d{4}(?!\d))",
        r"(?P<chinese>\d{4}年\d{1,2}月\d{1,2}日?)",
        r"(?P<compact>\d{4}(?:0\d|1[0-2])[0-3]\d(?!\d))",
        r"(?P<week>\d{4}-?W\d\d(?:-?[1-7])?(?!\d))",
        r"(?P<yearmonth>\d{4}[-‐‑–/]\d\d(?!\d|[-.]\d|/\d{1,2}(?!\d)))",
        r"(?P<decade>\d{1,3}0['’]?s(?![a-z]))",
        r"(?P<open>\d\d(?:\dX|XX)(?![A-Za-z0-9]))",
        rf"(?P<scanned>{_SCANNED}|[0-3][OIl](?![A-Za-z0-9]))",
        r"(?P<fourth>[1-4]Q(?![A-Za-z]))",
        r"(?P<second>[12]H(?![A-Za-z]))",
        r"(?P<number>\d{1,4}(?:\ ?(?:<sup>)?(?:st|nd|rd|th|er|ST|ND|RD|TH|ᵗʰ|ˢᵗ|ⁿᵈ|ʳᵈ)\b(?:</sup>)?)?"
        r"(?![a-z\d]|,\d{3}(?!\d)))",
        r"(?P<zeroed>0ct(?:ober)?(?![A-Za-z0-9])\.?)",
    )
)
_LETTERS = "|".join(
    (
        r"(?P<quarter>[Qq][1-4](?!\d))",
        r"(?P<half>H[12](?!\d))",
        rf"(?P<misread>{_SCANNED}|(?:[OIl]\d|l(?=,))(?![A-Za-z0-9]))",
        r"(?P<blurred>(?:N0v(?:ember)?|Apri[1|]|Ju[1|]y?)(?![A-Za-z0-9])\.?)",
        r"(?P<era>(?:A\.?\ ?D|C\.?E|B\.?\ ?C(?:\.?\ ?E)?)\.?(?![A-Za-z]))",
        r"(?P<style>(?:O\.?\ ?S|Old\ Style|N\.?\ ?S|New\ Style)\.?(?![A-Za-z]))",
        r"(?P<word>[^\W\d_]+)",
    )
)
_MARKS = "|".join(
    (
        r"(?P<mark>[,./&()\[\]:;|+?%])",
        r"(?P<dash>-{1,3}|[‐‑‒–—―−⁃])",
        r"(?P<tilde>[~〜～])",
        r"(?P<nineties>['’‘]\d0['’]?s(?![a-z]))",
        r"(?P<short>['’‘]\d\d(?!\d))",
    )
)
_TOKEN = re.compile(rf"{SPACE}*+(?:(?=\d)(?:{_FIGURES})|(?=[^\W\d_])(?:{_LETTERS})|{_MARKS})")


# "may" and "march" in small letters are months only before a number.
_VERBS = frozenset(("may", "march"))
_NUMBER_NEXT = re.compile(r"\.?\s*\d")


class Tokens(NamedTuple):
    """A run of date tokens.

    Shape: `shape` has one letter a token; `values`, `starts` and `ends` run beside it.
    """

    shape: str
    values: list[Any]
    starts: list[int]
    ends: list[int]


def read_tokens(text: str, position: int = 0) -> Tokens:
    """Return the date tokens that begin at a position."""
    shape, values, starts, ends = "", [], [], []
    match_token = _TOKEN.match
    while len(shape) < _LONGEST:
        match = match_token(text, position)
        if match is None:
            break
        group = match.lastgroup
        assert group is not None
        start, position = match.span(group)
        if group == "word":
            found = find_word(match[group])
            if found is None:
                break
            kind, value, length = found
            if kind == "m" and match[group] in _VERBS and _NUMBER_NEXT.match(text, position) is None:
                break
            if kind == "u" and match[group].lower() in DAY_FIRST and shape[-1:] not in {"n", "j"}:
                break
            position = _end_of_word(text, start, length, kind)
        elif group == "mark":
            kind = value = text[start]
        else:
            kind, value = read_figures(group, match[group])
        shape += kind
        values.append(value)
        starts.append(start)
        ends.append(position)
        if kind == ":" and "y" in shape and "m" in shape:
            break  # a date is complete before its colon
    return Tokens(shape, values, starts, ends)


def _end_of_word(text: str, start: int, length: int, kind: str) -> int:
    """Return where a word ends, with the full stop that an abbreviation has, or a month before a day ("May. 5")."""
    end = start + length
    if text[end : end + 1] != ".":
        return end
    if text[end + 1 : end + 2] == "." and text[end + 2 : end + 3] != ".":
        return end + 2  # "Sept.. 5"
    if text[start:end].lower() in ABBREVIATIONS or (kind in "mu" and text[end + 1 : end + 3].strip().isdigit()):
        return end + 1
    return end
