"""How many columns of a terminal a text takes: Chinese and its like two a letter, combining marks none."""

import unicodedata


def width(text: str) -> int:
    """Return the number of terminal columns of a text without control characters."""
    if text.isascii():
        return len(text)
    return sum(_of_character(character) for character in text)


def padded(text: str, to: int, right: bool = False) -> str:
    """Return a text filled up with blanks; one that is wider stays as it is."""
    blanks = " " * (to - width(text))
    return blanks + text if right else text + blanks


def clipped(text: str, to: int) -> str:
    """Return a text cut to a width, with an ellipsis where something is missing."""
    if width(text) <= to:
        return text
    taken = 0
    for place, character in enumerate(text):
        taken += _of_character(character)
        if taken > to - 1:
            return text[:place].rstrip() + "…"
    return text


def _of_character(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
