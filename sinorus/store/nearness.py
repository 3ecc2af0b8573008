"""Whether a name is near in letters to what was typed: slips of the keyboard and beginnings, nothing farther.

    >>> is_near("foriegn minister", "vice foreign minister"), is_near("nobody", "rody")
    (True, False)

Each typed word must be the beginning of one of the name's words, or one slip away from it, two when it is long. A slip
is a letter too many, too few, another one, or two that changed places.
"""

_BEGINNING = 3
_LONG = 7


def is_near(typed: str, name: str) -> bool:
    """Tell whether every word of one folded text is near some word of the other, or both are near as a whole."""
    words = name.split()
    whole = typed.replace(" ", ""), name.replace(" ", "")
    return _word_is_near(*whole) or all(any(_word_is_near(one, word) for word in words) for one in typed.split())


def _word_is_near(typed: str, word: str) -> bool:
    if typed == word or (len(typed) >= _BEGINNING and word.startswith(typed)):
        return True
    allowed = 0 if len(typed) < _BEGINNING else 1 if len(typed) < _LONG else 2
    return abs(len(typed) - len(word)) <= allowed and slips(typed, word) <= allowed


def slips(one: str, other: str) -> int:
    """Return how many slips lead from one word to another.

    >>> slips("lavrof", "lavrov"), slips("mosow", "moscow"), slips("foriegn", "foreign")
    (1, 1, 1)
    """
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, letter_there in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter_there)))
            if i > 1 and j > 1 and letter == other[j - 2] and letter_there == one[i - 2]:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
