"""The head of a text -> the run of date tokens that it begins with, as a string of kinds with their values and offsets.

"Oct. 8-10, 2001: A team" gives the shape `mn-n,y:`. Reading stops at the first thing that dates are not made of, so a
line of prose costs one token and a line of ten megabytes no more than a short one.

    n number of one or two digits   j the same with an ordinal ending   3 three digits   4 other four digits   y year
    Y year of two digits after an apostrophe   D decade   X EDTF with open digits   W ISO week (and day)
    i ISO date, or any with its order beyond doubt (a month or day that is printed as 0 becomes -1)   N numeric date   I year and two digits: 2014-03, 1992-93
    Q Q1   H H1   - any dash   ~ tilde   , . / & ( ) [ ] : ; | + ? %   and the words of `vocabulary`

Letters that a scanner put for digits are read as digits where a year or a day must be ("1Q62" is 1962).
"""

import re
from typing import Any, NamedTuple

from sinorus.dates.vocabulary import ABBREVIATIONS, find_word
from sinorus.labels import MONTHS

_LONGEST = 28
SPACE = r"[\s\u200b-\u200f\u2060\ufeff\u00ad]"
_TOKEN = re.compile(
    SPACE + r"*+(?:"
    r"(?P<iso>(\d{4})(?P<mark_i>[-‐‑–./])(\d{1,2})(?P=mark_i)(\d{1,2})(?!\d|[-.]\d|/\d{1,2}/)(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)"
    r"|(?P<numeric>(\d{1,2})(?P<mark_n>[-‐‑./])(\d{1,2})(?P=mark_n)(\d{4}|\d{2})(?![\d]|[-./]\d))"
    r"|(?P<roman>(\d{1,2})[./ -](I{1,3}|IV|VI{0,3}|IX|XI{0,2})[./ -](\d{4})(?!\d))"
    r"|(?P<chinese>(\d{4})年(\d{1,2})月(\d{1,2})日?)"
    r"|(?P<compact>(\d{4})(0\d|1[0-2])([0-3]\d)(?!\d))"
    r"|(?P<week>(\d{4})-?W(\d\d)(?:-?([1-7]))?(?!\d))"
    r"|(?P<yearmonth>(\d{4})([-‐‑–/])(\d\d)(?!\d|[-.]\d|/\d{1,2}(?!\d)))"
    r"|(?P<decade>(\d{3}0|['’‘]?\d0)['’]?s(?![a-z]))"
    r"|(?P<open>\d\d(?:\dX|XX)(?![A-Za-z0-9]))"
    r"|(?P<scanned>(?=[A-Za-z]*\d[A-Za-z]*\d)[0-9OoQqIlSBZ]{4}(?<!\d\d\d\d)(?![A-Za-z0-9])"
    r"|(?:[0-3][OIl]|[OIl]\d|l(?=,))(?![A-Za-z0-9]))"
    r"|(?P<quarter>[Qq]([1-4])(?!\d)|([1-4])Q(?![A-Za-z]))"
    r"|(?P<half>H([12])(?!\d)|([12])H(?![A-Za-z]))"
    r"|(?P<short>['’‘](\d\d)(?!\d))"
    r"|(?P<number>(\d{1,4})(?:\ ?(?:<sup>)?(st|nd|rd|th|ST|ND|RD|TH|ᵗʰ|ˢᵗ|ⁿᵈ|ʳᵈ)\b(?:</sup>)?)?(?![a-z\d]|,\d{3}(?!\d)))"
    r"|(?P<era>(?:(A\.?\ ?D|C\.?E)|(B\.?\ ?C(?:\.?\ ?E)?))\.?(?![A-Za-z]))"
    r"|(?P<style>(O\.?\ ?S|Old\ Style|N\.?\ ?S|New\ Style)\.?(?![A-Za-z]))"
    r"|(?P<blurred>0ct(?:ober)?|N0v(?:ember)?|Apri[1|]|Ju[1|]y?)(?![A-Za-z0-9])\.?"
    r"|(?P<word>[^\W\d_]+)(?P<dot>\.)?"
    r"|(?P<dash>-{1,3}|[‐‑‒–—―−⁃])"
    r"|(?P<tilde>[~〜～])"
    r"|(?P<mark>[,./&()\[\]:;|+?%])"
    r")",
)
_BLURRED = str.maketrans("01|", "oll")
_SCANNED = str.maketrans("OoQqIlSBZ", "009911582")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class Numeric(NamedTuple):
    """A date of three numbers whose first two may be day and month or month and day."""

    one: int
    two: int
    year: int
    short: bool
    mark: str


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
        if group in {"word", "dot"}:
            found = find_word(match["word"])
            if found is None:
                break
            kind, value, length = found
            position = _end_of_word(text, match.start("word"), length, kind)
            start = match.start("word")
        else:
            assert group is not None
            kind, value = _read(group, match)
            start, position = match.start(group), match.end(group)
        shape += kind
        values.append(value)
        starts.append(start)
        ends.append(position)
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


def _read(group: str, match: re.Match[str]) -> tuple[str, Any]:
    text = match[group]
    if group == "number":
        return _read_number(match)
    if group in {"mark", "dash", "tilde"}:
        return ("-" if group == "dash" else "~" if group == "tilde" else text), text
    return _READERS[group](match)


def _read_number(match: re.Match[str]) -> tuple[str, int]:
    digits = _numbers(match, "number")[0]
    ordinal = len(match["number"]) > len(digits)
    number = int(digits)
    if len(digits) <= 2:
        return ("j" if ordinal else "n"), number
    if ordinal or len(digits) == 3:
        return "3", number
    return ("y" if 1000 <= number < 2200 else "4"), number


def _numbers(match: re.Match[str], group: str) -> list[str]:
    """Return the digits that a token is made of."""
    return re.findall(r"\d+", match[group])


def _read_iso(match: re.Match[str]) -> tuple[str, Any]:
    assert match.lastgroup is not None
    year, month, day = _numbers(match, match.lastgroup)[:3]
    return "i", (int(year), int(month) or -1, int(day) or -1)


def _read_numeric(match: re.Match[str]) -> tuple[str, Any]:
    one, two, year = _numbers(match, "numeric")
    return "N", Numeric(int(one), int(two), int(year), len(year) == 2, match["numeric"][len(one)])


def _read_roman(match: re.Match[str]) -> tuple[str, Any]:
    day, month, year = re.split(r"[./ -]", match["roman"])
    return "i", (int(year), _ROMAN.index(month) + 1, int(day))


def _read_compact(match: re.Match[str]) -> tuple[str, Any]:
    digits = match["compact"]
    return "i", (int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _read_week(match: re.Match[str]) -> tuple[str, Any]:
    year, week, *day = _numbers(match, "week")
    return "W", (int(year), int(week), int(day[0]) if day else 0)


def _read_yearmonth(match: re.Match[str]) -> tuple[str, Any]:
    text = match["yearmonth"]
    return "I", (int(text[:4]), int(text[5:]), text[4])


def _read_decade(match: re.Match[str]) -> tuple[str, Any]:
    digits = _numbers(match, "decade")[0]
    return "D", (int(digits), len(digits) == 2)


def _read_open(match: re.Match[str]) -> tuple[str, Any]:
    return "X", match["open"]


def _read_part_number(group: str, kind: str, match: re.Match[str]) -> tuple[str, Any]:
    return kind, int(_numbers(match, group)[0])


def _read_blurred(match: re.Match[str]) -> tuple[str, Any]:
    month = match["blurred"].translate(_BLURRED)
    return "m", next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(month.lower()))


def _read_short(match: re.Match[str]) -> tuple[str, Any]:
    return "Y", int(match["short"][1:])


def _read_scanned(match: re.Match[str]) -> tuple[str, Any]:
    number = int(match["scanned"].translate(_SCANNED))
    return ("y" if number >= 1000 else "n"), number


def _read_era(match: re.Match[str]) -> tuple[str, Any]:
    text = match["era"]
    return ("B" if text[0] == "B" else "A"), text


def _read_style(match: re.Match[str]) -> tuple[str, Any]:
    return "O", match["style"][0].lower()


_READERS = {
    "iso": _read_iso,
    "chinese": _read_iso,
    "blurred": _read_blurred,
    "numeric": _read_numeric,
    "roman": _read_roman,
    "compact": _read_compact,
    "week": _read_week,
    "yearmonth": _read_yearmonth,
    "decade": _read_decade,
    "open": _read_open,
    "quarter": lambda match: _read_part_number("quarter", "Q", match),
    "half": lambda match: _read_part_number("half", "H", match),
    "short": _read_short,
    "scanned": _read_scanned,
    "era": _read_era,
    "style": _read_style,
}
