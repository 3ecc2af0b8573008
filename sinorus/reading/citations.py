"""Citations that stand below entries without a heading of their own: they end the entry above, and are none.

1. May 5, 1999, p. 3.                         [3] The Oslo Times, May 6, 2024.
Foreign Affairs, May/June 2024: p. 17         ^ "Talks open". A daily. Retrieved 6 May 2024.
"""

import re

_LONGEST = 600
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}(?:[/–-]{_MONTH})?(?:\s\d{{1,2}})?,?\s[12]\d{{3}}|\d{{1,2}}\s{_MONTH}\s[12]\d{{3}})"
_PAGES = r"\bpp?\.\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
# A footnote's own mark; a number with a full stop may as well be that of a list.
_MARK = re.compile(r"\s*(?:\[\d{1,3}\]|\^|[¹²³⁰⁴-⁹]+|[†‡]+|(?P<number>\(?\d{1,3}[.)]?\s))\s*")
# What nothing but a citation begins with, and what one ends with.
_OPENING = re.compile(
    r"\s*(?:(?:Retrieved|Accessed|Archived)\s(?:on\s|from\s|at\s)?[\d“\"A-Zh]|Ibid\b|Op\.\s?cit|Available\s(?:at|from)"
    r"|Cited\s(?:in|by)|Quoted\s(?:in|by)\b)",
)
_CLOSING = re.compile(rf"{_PAGES}\W*$|\b(?:Retrieved|Accessed)\s.{{0,6}}{_DATE}\W*$|https?://\S+\W*$")
_ADDRESS = r"https?://|\bwww\.|\bdoi\b|\b(?:Retrieved|Accessed|Archived)\b|\bIbid\b|\bop\.\s?cit"
_TITLE = r"[“\"][^”\"]{3,250}(?:[,.?!][”\"]|[”\"][,.])"
_ENDING = rf"(?:{_DATE}|{_PAGES}|[12]\d{{3}})\W*$"
_BEHIND_MARK = re.compile(
    rf"{_PAGES}|{_ADDRESS}|{_TITLE}|\bInterviews?\s(?:with|by)\b|\b(?:Vol|No)\.\s?\d|,\s{_DATE}\W*$"
)
_NAMES = r"(?:(?:[A-Z][\w’'.&-]*|of|the|and|in|on|for|de),?\s){1,10}"
_BEHIND_NUMBER = re.compile(
    rf"{_ADDRESS}|{_PAGES}\W*$|{_TITLE}.{{0,200}}{_ENDING}|^Interviews?\s(?:with|by)\b|^{_NAMES}{_DATE}\W*$"
)
_DIGIT = re.compile(r"[\d¹²³⁰⁴-⁹†‡]")
_YEAR = re.compile(r"\b[12]\d{3}\b")


def is_citation(text: str) -> bool:
    """Tell whether a line says where something was read, rather than what happened.

    >>> is_citation("[3] The Oslo Times, May 6, 2024."), is_citation("3. Both sides agree to meet in May 2024.")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    if _OPENING.match(text) is not None:
        return True
    if _DIGIT.search(text) is None and "^" not in text[:2]:
        return False
    mark = _MARK.match(text)
    if mark is not None:
        rest = text[mark.end() :]
        signs = _BEHIND_NUMBER if mark["number"] else _BEHIND_MARK
        return _OPENING.match(rest) is not None or signs.search(rest) is not None
    return _CLOSING.search(text) is not None and _YEAR.search(text) is not None
