"""Chance -> texts: dates in many forms and none, entries, whole chronologies, questions, periods.

Half of what is made is well formed and half is bent afterwards: a word too many, two letters swapped, a piece of
another text, something hostile in the middle. What is always wrong only ever tests the first check.
"""

from random import Random

from fuzz.words import DAYS, DIGITS, HOSTILE, JOINTS, MONTHS, PERIODS, PROSE, SEASONS, YEARS

_LETTERS = "abcXYZ 019.,-:;()[]\"'’/éßжя日本\u0301\u200d\U0001f600"


def bent(chance: Random, text: str) -> str:
    """Return a text with up to four things done to it."""
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        place = chance.randrange(len(text) + 1)
        deed = chance.randrange(6)
        if deed == 0:
            text = text[:place] + chance.choice(HOSTILE) + text[place:]
        elif deed == 1:
            text = text[:place] + text[place + chance.randrange(1, 6) :]
        elif deed == 2:
            text = text[:place] + text[place : place + 9] * chance.choice((2, 3, 40)) + text[place + 9 :]
        elif deed == 3:
            text = text[:place] + chance.choice(_LETTERS) + text[place:]
        elif deed == 4:
            text = text[place:] + text[:place]
        else:
            text = (
                text[:place] + chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000)))) + text[place:]
            )
    return text


def noise(chance: Random) -> str:
    """Return a text that means nothing."""
    return "".join(chance.choices((*_LETTERS, *HOSTILE, *DAYS), k=chance.randrange(40)))


def point(chance: Random) -> str:
    """Return a point in time."""
    month, day, year = chance.choice(MONTHS), chance.choice(DAYS), chance.choice(YEARS)
    forms = (
        f"{month} {day}, {year}", f"{month} {day}", f"{day} {month} {year}", f"{month} {year}", year,
        chance.choice(DIGITS), f"{chance.choice(SEASONS)} {year}", f"{chance.choice(SEASONS)} {month} {year}", day,
        f"{month} {day} ({year})", f"{year}-{day}-{day}", f"{month}{chance.choice(JOINTS)}{day}",
    )  # fmt: skip
    return chance.choice(forms)


def when(chance: Random) -> str:
    """Return a date as a chronology may write it, or something like it."""
    text = point(chance)
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        text += chance.choice(JOINTS) + chance.choice((point, lambda c: c.choice(DAYS)))(chance)
    return bent(chance, text) if chance.random() < 0.5 else text


def prose(chance: Random, most: int = 40) -> str:
    """Return a text as an entry has it."""
    words = chance.choices(PROSE, k=chance.randrange(most))
    for _ in range(chance.choice((0, 0, 1, 2))):
        words.insert(chance.randrange(len(words) + 1), chance.choice((when(chance), chance.choice(HOSTILE))))
    text = " ".join(words)
    return bent(chance, text) if chance.random() < 0.4 else text


def chronology(chance: Random) -> str:
    """Return a whole text file."""
    lines = []
    if chance.random() < 0.3:
        lines += [f"Title: {prose(chance, 6)}", f"Period: {when(chance)}-{when(chance)}", ""]
    mark = chance.choice((": ", " – ", ". ", "\n", "\t", " | ", "\n    "))
    for _ in range(chance.randrange(1, 8)):
        kind = chance.randrange(8)
        if kind == 0:
            lines.append(prose(chance))
        elif kind == 1:
            lines.append(chance.choice(("", "  ", "# " + when(chance), when(chance), "---", "* " + prose(chance))))
        elif kind == 2:
            lines.append("    Note: " + prose(chance, 9))
        else:
            lines.append(when(chance) + mark + prose(chance))
    text = chance.choice(("\n", "\n", "\n\n", "\r\n", "\r")).join(lines)
    return bent(chance, text)


def period(chance: Random) -> str:
    """Return a period as a user types it, or something like it."""
    words = chance.choices((*PERIODS, *YEARS, *DIGITS, *MONTHS, *DAYS, *JOINTS), k=chance.randrange(1, 6))
    return bent(chance, chance.choice(("", " ", " ")).join(words))


def question(chance: Random) -> str:
    """Return words to look for, with quotes, stars and commas anywhere."""
    words = [chance.choice((*PROSE, *HOSTILE)) for _ in range(chance.randrange(1, 6))]
    marks = [chance.choice(("", "", "", '"', "*", ",", "“")) for _ in words]
    return bent(
        chance,
        " ".join(f"{mark}{word}{chance.choice(('', mark, '*'))}" for mark, word in zip(marks, words, strict=True)),
    )
