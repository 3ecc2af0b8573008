"""What a person coded by hand -> the first word of it that the codebook does not know, with what may have been meant.

Topics, activities and countries are closed lists, so that a word beyond them is a slip, as a 30th of February is one.
Names of actors and places are open. A topic or an activity may be given by its name too: "Bilateral ties".
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from sinorus.codebook.codebook import Codebook
from sinorus.codebook.records import Theme
from sinorus.coding.given import find_body, find_slug
from sinorus.folding import fold
from sinorus.model import Entry, GivenActor, GivenCoding, GivenPlace, Rejection

_EXCERPT = 80
_CODES = "Countries go by their ISO codes, such as CN and RU, or EU and UN."


def find_slip(entry: Entry, book: Codebook) -> Rejection | None:
    """Return why an entry cannot be stored as it was coded by hand, or None when all of that is known."""
    if entry.given is None:
        return None
    for reason, remedy in _slips(entry.given, book):
        return Rejection(entry.row or entry.line, 1, entry.text[:_EXCERPT], reason, remedy)
    return None


def _slips(given: GivenCoding, book: Codebook) -> Iterator[tuple[str, str]]:
    for thing, plural, words, themes in (
        ("topic", "topics", given.topics, book.topics),
        ("activity", "activities", given.activities, book.activities),
    ):
        for word in words or ():
            if find_slug(word, themes) is None:
                near = _near(word, {fold(form): t.slug for t in themes.values() for form in (t.slug, t.name)})
                yield f"there is no {thing} {word!r}", f"{near}The {plural} are {_listed(themes)}."
    actors = [actor for actor in given.actors or () if find_body(actor, book) is None]
    named: list[GivenActor | GivenPlace] = [*actors, *(given.places or ())]
    for one in named:
        if one.country is not None and one.country not in book.countries:
            forms = {fold(f): c.code for c in book.countries.values() for f in (c.code, c.name, *c.names)}
            reason = f"there is no country {one.country!r}, which {one.name!r} is coded with"
            yield reason, f"{_near(one.country, forms)}{_CODES}"


def _near(word: str, forms: Mapping[str, str]) -> str:
    near = dict.fromkeys(forms[form] for form in get_close_matches(fold(word), forms, n=3, cutoff=0.6))
    return f"Did you mean {' or '.join(near)}? " if near else ""


def _listed(themes: Mapping[str, Theme]) -> str:
    return ", ".join(sorted(themes))
