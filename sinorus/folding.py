"""One way to compare names: without regard to case, accents, apostrophes, hyphens or other punctuation.

    >>> fold("Xi’an"), fold("Kim Jong-un"), fold("Erdoğan"), fold("U.S.")
    ('xian', 'kim jong un', 'erdogan', 'us')

Chinese, Cyrillic and every other script is kept; only the marks on letters go.
"""

import re
import unicodedata

_JOINED = re.compile(r"['’‘ʼ`.]")
_NOT_WORD = re.compile(r"[\W_]+")
# Letters whose stroke or ligature does not decompose under NFKD.
_STROKES = str.maketrans("łøđħıßæœðþŁØĐĦİÆŒÐÞ", "lodhisaodtLODHIAODT")


def fold_word(word: str) -> str:
    """Return one word without case, accents, apostrophes and full stops."""
    if word.isascii():
        return _JOINED.sub("", word).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.translate(_STROKES)) if not unicodedata.combining(c))
    return _JOINED.sub("", plain).casefold()


def fold(text: str) -> str:
    """Return the words of `text`, folded, with one blank between them."""
    return _NOT_WORD.sub(" ", fold_word(text)).strip()
