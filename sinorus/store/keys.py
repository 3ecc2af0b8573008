"""An event -> the two hashes by which it is known again.

`content_key` is the same for the same entry in any source: its days and the words of its text, however they are
punctuated or capitalised. `coding_key` covers everything that is stored of it, so that any change is seen.
"""

import json
import re
from dataclasses import asdict
from hashlib import blake2b

from sinorus.errors import SinorusError
from sinorus.folding import fold
from sinorus.model import Entry, Event, GivenActor, GivenCoding, GivenPlace

_BYTES = 12
# Typeset quotes and dashes in nearly every entry; without them most texts are ASCII, which folds ten times as fast.
_APOSTROPHES = re.compile("[’‘]")
_TYPESET = re.compile("[“”„–—…]")


def content_key(entry: Entry) -> str:
    """Return the hash of start, end and the folded text.

    Raises: SinorusError for a text that is no valid Unicode.
    """
    try:
        f"{entry.date_text}{entry.text}{entry.note}".encode()
    except UnicodeEncodeError:
        raise SinorusError(
            f"The entry in line {entry.line} has half of a surrogate pair, which is no character.",
            "Save the file as UTF-8 with a program that repairs it; nothing was stored.",
        ) from None
    return _hash(f"{entry.span.start}/{entry.span.end}/{_words(entry.text)}")


def text_key(text: str) -> str:
    """Return the hash of the folded text alone."""
    return _hash(_words(text))


def coding_key(event: Event) -> str:
    """Return the hash of everything about an event but its line."""
    entry = event.entry
    actors = [
        (p.actor.kind, p.actor.name, p.actor.country, p.role, p.role_basis, p.part, p.mention, p.start, p.end, p.reason)
        for p in event.actors
    ]
    places = [(m.place.name, m.place.country, m.mention, m.start, m.end, m.reason) for m in event.places]
    told = (entry.date_text, entry.text, entry.note, entry.span.edtf, entry.span.precision, entry.given)
    return _hash(repr((told, actors, places, event.topics, event.activities, event.dates)))


def write_given(given: GivenCoding | None) -> str | None:
    """Return what a person coded by hand as JSON."""
    return None if given is None else json.dumps(asdict(given), ensure_ascii=False)


def read_given(stored: str | None) -> GivenCoding | None:
    """Return what a person coded by hand, from its JSON.

    Raises: KeyError, TypeError, ValueError when it is not as it was written.
    """
    if stored is None:
        return None
    fields = json.loads(stored)
    actors, places, topics, activities = (fields[name] for name in ("actors", "places", "topics", "activities"))
    return GivenCoding(
        None if actors is None else tuple(GivenActor(**actor) for actor in actors),
        None if places is None else tuple(GivenPlace(**place) for place in places),
        None if topics is None else tuple(topics),
        None if activities is None else tuple(activities),
    )


def _words(text: str) -> str:
    return fold(_TYPESET.sub(" ", _APOSTROPHES.sub("'", text))) or text


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=_BYTES).hexdigest()
