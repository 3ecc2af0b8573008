"""A text -> its letters one by one, for scripts in which words cannot be looked up as words.

Chinese and Japanese write no blanks, Russian and Korean inflect: there, any part of a word should be found. So such a
text is indexed with a blank between each two letters, and looked up as a phrase of letters. Latin words stay whole;
a bar stands where a word ends, so that no match runs from one word into the next.

    >>> spell("Лавров и 王毅 (G20)")
    'л а в р о в | и | 王 毅 | g20'

Latin text is not spelled: full-text search by words serves it better and in a tenth of the space.
"""

import re
import unicodedata
from functools import cache

from sinorus.folding import fold

_FIRST_OTHER = "\u0370"  # Greek and Coptic: what stands before it is Latin, or marks
_OTHER_LETTER = f"[{_FIRST_OTHER}-\u1dbf\u1f00-\u1fff\u2c00-\U0003ffff]"
_PIECE = f"[{_FIRST_OTHER}-\U0010ffff]|[^{_FIRST_OTHER}-\U0010ffff ]+| "
_IDEOGRAPHS_APART = "(?<=[\u3005-\u9fff]) (?=[\u3005-\u9fff])"


def has_other_letters(text: str) -> bool:
    """Tell whether a text has letters of another script than Latin."""
    return not text.isascii() and any(match.group().isalpha() for match in _compiled(_OTHER_LETTER).finditer(text))


def spell(text: str) -> str:
    """Return the folded letters of a text with a blank between them, and a bar between words."""
    words = _compiled(_IDEOGRAPHS_APART).sub("", unicodedata.normalize("NFC", fold(text)))
    return " ".join("|" if piece == " " else piece for piece in _compiled(_PIECE).findall(words))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a class that spans all scripts on first use: that takes longer than most questions."""
    return re.compile(pattern)
