"""Chance -> texts: dates in many forms and none, entries, whole chronologies, questions, periods.

Most of what is made is well formed, and the rest is bent afterwards: letters lost, doubled or swapped, something
hostile in the middle. What is always wrong only ever tests the first check.
"""

from datetime import date, timedelta
from random import Random

from fuzz.words import DAYS, DIGITS, HOSTILE, JOINTS, KNOWN, MONTHS, NEAR, PERIODS, PROSE, RULES, SEASONS, YEARS

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
    text = "".join(chance.choices((*_LETTERS, *HOSTILE, *DAYS), k=chance.randrange(40)))
    return text if chance.random() < 0.1 else text.replace("\0", "")  # with a zero byte no file is a text


def good_date(chance: Random) -> str:
    """Return a date that there is, in one of the usual forms."""
    first = date.fromordinal(chance.choice((chance.randrange(1, 3_652_059), chance.randrange(710_000, 740_000))))
    last = first + timedelta(days=chance.choice((1, 2, 9, 40, 400)) if first.year < 9998 else 0)
    a, b = (MONTHS[12 + day.month - 1] for day in (first, last))
    year = f"{first.year:04d}"
    return chance.choice((
        first.isoformat(), f"{a} {first.day}, {year}", f"{first.day} {a[:3]} {year}", f"{a} {year}",
        f"{a[:3]}. {year}",
        f"{a} {first.day}-{b} {last.day}, {last.year:04d}", f"{a} {first.day}", f"{first:%d.%m.}{year}", year,
        f"{first.isoformat()}/{last.isoformat()}", f"late {a} {year}", f"{year[:3]}0s",
        f"Q{first.month // 4 + 1} {year}",
        f"{first.strftime('%A')}, {a} {first.day}, {year}", f"between {a} {first.day} and {b} {last.day}, {year}",
    ))  # fmt: skip


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
    if chance.random() < 0.5:
        return good_date(chance)
    text = point(chance)
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        text += chance.choice(JOINTS) + chance.choice((point, lambda c: c.choice(DAYS)))(chance)
    return bent(chance, text) if chance.random() < 0.5 else text


def prose(chance: Random, most: int = 40) -> str:
    """Return a text as an entry has it."""
    kinds = chance.choices((PROSE, RULES, KNOWN), (6, 3, 2), k=chance.randrange(most))
    words = [chance.choice(words) for words in kinds]
    for _ in range(chance.choice((0, 0, 0, 0, 0, 1, 2))):
        words.insert(chance.randrange(len(words) + 1), chance.choice((when(chance), chance.choice(HOSTILE))))
    text = " ".join(words)
    return bent(chance, text) if chance.random() < 0.1 else text


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
    return bent(chance, text) if chance.random() < 0.4 else text


def period(chance: Random) -> str:
    """Return a period as a user types it, or something like it."""
    if chance.random() < 0.4:
        return chance.choice(("{}", "{}", "{}..", "..{}", "{}..{}", "since {}", "until {}", "{} to {}")).format(
            *(chance.choice((good_date, lambda c: c.choice(NEAR)))(chance) for _ in "ab")
        )
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
