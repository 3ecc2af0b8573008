"""What inputs are made of: the words of chronologies and of rules, and the characters that programs stumble over."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sinorus.coding

MONTHS = (
    "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec. January February March April August September "
    "October November December JAN FEBRUARY Sep Jän"
).split()
SEASONS = "spring Spring summer autumn fall winter Winter Q1 Q4 H1 early mid late mid-to-late circa about".split()
YEARS = "1 99 999 1066 1582 1899 1999 2000 2010 2023 2024 2025 2100 9999 10000 24 '24 0 0000 2024s 1990s 199X".split()
DAYS = "0 1 2 5 8 9 13 28 29 30 31 32 99 1st 2nd 3rd 31st 08 ١٢ ²".split()
JOINTS = ["-", "–", "—", " - ", " to ", "/", ", ", " & ", " and ", "..", "", " ", "through", "−", "‑", "\u00a0"]
DIGITS = [f"{a}{s}{b}{s}{c}" for s in "-/. " for a, b, c in ((2024, 4, 8), (8, 4, 2024), (13, 13, 13), (0, 0, 0))]
PERIODS = (
    "today yesterday last next this week month quarter year years days ago -3m +2w -999999y +999999d 2024Q2 2024H3 "
    "2024-W05 2024W99 2020s since until .. ... … to q1 20240230 00010101 99991231 999999"
).split()
NEAR = (
    "today,yesterday,last week,this month,next year,last 3 months,2 weeks ago,-3m,+2w,2024Q2,2024H1,2020s,March"
).split(",")

TITLES = (
    "FM Foreign Minister President Vice Premier Deputy Prime Secretary-General Amb. Ambassador Spokesperson Dr. Sir "
    "Chinese Russian counterpart former acting Ministry Gen. Defense Minister of State"
).split()
NAMES = (
    "Sergey Lavrov Putin Xi Jinping Wang Yi 王毅 杨洁篪 Путин Лавров Erdoğan Erdog\u0306an Kim Jong-un al-Assad "
    "O’Brien Xi’an P5+1 U.S. Mr. Nowak Łódź İstanbul ß ﬁnance"
).split()
PLACES = "Beijing Moscow Oslo Berlin the White House UN SCO BRICS Taiwan Strait 台湾 Киев Côte d’Ivoire".split()
DOING = (
    "visits meets telephones says discusses and , . ; : ( ) ’s of to in on by with for upcoming signed agreement gas "
    "pipeline Ukraine war sanctions joint statement exercise trade at a the between over will cancels —"
).split()
PROSE = (*TITLES, *NAMES, *PLACES, *DOING, *MONTHS)


def _words_of_rules() -> Iterator[str]:
    """Yield the words that the rules of coding name, from their sources: every branch should be met."""
    for file in sorted(Path(sinorus.coding.__path__[0]).glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield from node.value.split()


RULES = tuple(dict.fromkeys(word for word in _words_of_rules() if word.isprintable() and "\\" not in word))
# Names that lie beside each other in the codebook: leaders, towns that are surnames, peoples, bodies, states.
KNOWN = (
    "Trump Kim Merkel Graham Park Macron Osman Kavala Iran Ghana Georgia Washington Kyiv Lima Turkish Indian "
    "Venezuelan EU NATO IAEA Senate embassy (R (D (R-SC) ’s 's Donald Jean-Yves "
    "Kramp-Karrenbauer officials soldiers ministers"
).split()

# Escapes, marks that turn the writing, half characters, what other languages take for orders.
HOSTILE = [
    "\x1b[31m", "\x1b]0;title\x07", "\x1b[2J", "\x9b1m", "\r", "\x08", "\x00", "\x7f", "\u202e", "\u2066", "\u200f",
    "\u061c", "\ufeff", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\ud800", "\udfff",
    "\U000e0041", "\U0010ffff", "\U0001f468\u200d\U0001f469", "e\u0301\u0301", "\u0130", "\ufb01", "\u00ad",
    "[bold]x[/bold]", "[/]", "[link=file:///etc/passwd]", "'; DROP TABLE events; --", '" OR 1=1', "%", "_", "*", "\\",
    "=cmd|' /C calc'!A0", "+1", "@A1", "<script>alert(1)</script>", "&lt;", "&#0;", "&#x110000;", "|", "`", "**", "# ",
    "](javascript:1)", "{text}", "{", "}", "\t", "\n", "\r\n", "\n\n", '"', "“", "„", ",", "，", "NEAR(a b)", "^",
]  # fmt: skip
