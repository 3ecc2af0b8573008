"""Times of day, as they stand before, after or under a date: "0715 BST", "9:50-10:40 a.m.", "(13:20 UTC)", "Morning".

A time is read past, never stored: an event has days, not hours.
"""

import re

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?|\s?[AP]\.?M\b\.?)"
_ZONE = (
    r"(?:\s?(?:hrs?|hours|h|GMT|UTC|CET|CEST|EET|MSK|[A-Z]{1,2}[SD]T|JST|KST|Z|(?:local|[A-Z][a-z]+) time)\b"
    r"(?:\s?[+-−]\d{1,2}(?::?\d\d)?(?!\d))?)"
)
_CLOCK = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?"
_ONE = (
    rf"(?:{_CLOCK}{_HALF}?{_ZONE}?|(?:1[0-2]|0?[1-9]){_HALF}{_ZONE}?|(?:[01]\d|2[0-4])[0-5]\d{_ZONE}"
    r"|[Nn]oon\b|[Mm]idnight\b)"
)
_TO = r"\s?(?:-|–|—|to|until|till|and)\s?"
_NEAR = r"at|about|around|approximately|approx\.|ca?\.|from|between|by|shortly (?:before|after)|before|after|@|~"
_ABOUT = rf"(?:(?i:{_NEAR})\s?){{0,4}}"
_TIME = rf"{_ABOUT}(?:(?:1[0-2]|0?[1-9]){_TO}{_ONE}|{_ONE}(?:{_TO}{_ONE})?)"
_PART_OF_DAY = "|".join("morning afternoon evening night midday dawn dusk noon".split())
_WORDS = rf"(?i:(?:early |late |mid-?)?(?:{_PART_OF_DAY})\b)"

TIME_OR_WORD = re.compile(rf"{_TIME}|{_WORDS}")
# A time that stands after a date, with or without brackets: ", 13:20 UTC" and "(evening)".
TRAILING_TIME = re.compile(
    rf"\s*+,?\s*+(?:\((?:{_TIME}|{_WORDS}|local time)(?:,? local time)?\)"
    rf"|(?:in the )?(?:{_TIME})(?!\d|:\d|%)"
    rf"|(?<=\s)(?:in the )?{_WORDS}(?=\s*+[:–—|-]))"
)
# "(Between 9:50-10:40 a.m.) September 11, 2001" and "13:20 UTC, July 17, 2014".
LEADING_TIME = re.compile(
    rf"\(\s?(?:(?i:between|about|at|after|before|by) )?{_TIME}\s?\)\s*+"
    rf"|{_TIME}(?:\s*+[,;–—-]\s++|\s++)(?=[A-Z0-9])"
)
