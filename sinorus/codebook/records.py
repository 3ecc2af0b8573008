"""The typed rows of the codebook, the columns of its tables, and the kinds that its rows may have."""

from dataclasses import dataclass, field
from typing import Literal

from sinorus.model import Tenure

COLUMNS: dict[str, tuple[str, ...]] = {
    "countries": ("code", "name", "adjectives", "demonyms", "names", "governments", "capital", "region", "name_order"),
    "offices": ("form", "title", "plural", "kind", "rank", "country"),
    "title_words": ("word", "kind", "names"),
    "people": ("name", "country", "short", "names", "native"),
    "tenures": ("person", "country", "title", "organization", "since", "until"),
    "organizations": ("name", "acronym", "names", "kind", "country"),
    "places": ("name", "country", "kind", "latitude", "longitude", "names", "native", "caution"),
    "topics": ("slug", "name", "description", "since", "until"),
    "topic_cues": ("cue", "topic", "weight"),
    "area_topics": ("area", "topic", "weight", "since", "until"),
    "activities": ("slug", "name", "description", "plover_type", "plover_mode"),
    "activity_cues": ("cue", "activity", "weight"),
    "context_cues": ("cue", "kind"),
    "topic_signs": ("sign", "topic", "weight"),
    "activity_signs": ("sign", "activity", "weight"),
}

NameOrder = Literal["given", "family", "single", "printed"]
OfficeKind = Literal[
    "state", "government", "parliament", "diplomacy", "official", "military", "rank", "royal", "religion", "court",
    "media", "learning", "person", "honorific", "plain",
]  # fmt: skip
WordKind = Literal["modifier", "epithet", "portfolio", "institution"]
BodyKind = Literal[
    "international", "pact", "format", "bank", "court", "parliament", "government", "party", "military",
    "armed-group", "company", "media", "university", "ngo",
]  # fmt: skip
PlaceKind = Literal[
    "capital", "city", "region", "zone", "island", "border", "base", "port", "airport", "airspace", "venue", "site",
    "mountain", "river", "canal", "lake", "gulf", "strait", "sea", "ocean",
]  # fmt: skip
Caution = Literal["word", "person"]
CueKind = Literal[
    "about", "situation", "talk", "mentioned-before", "mentioned-after", "prospect", "expected", "undone",
    "called-off", "action", "motion", "visiting", "hosting", "inviting", "owned", "named-thing", "no-name",
    "common-word",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """A state, a territory with a foreign policy of its own, the EU or the UN."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    names: tuple[str, ...]
    governments: tuple[str, ...]
    capital: str
    region: str
    name_order: str

    @property
    def is_above_states(self) -> bool:
        """Tell whether this is a union of states, which has offices and bodies as a state has but is no country."""
        return self.region == "international"


@dataclass(frozen=True, slots=True, eq=False)
class Office:
    """A way to write an office, a rank or an occupation; `rank` 1 is a head of state, 9 has no protocol rank."""

    form: str
    title: str
    plural: str
    kind: OfficeKind
    rank: int
    country: str | None


@dataclass(slots=True, eq=False)
class Person:
    """A person that the codebook knows; `tenures` are in time order."""

    name: str
    country: str | None
    short: tuple[str, ...]
    names: tuple[str, ...]
    native: tuple[str, ...]
    tenures: list[Tenure] = field(default_factory=list)

    def tenures_on(self, day: str) -> list[Tenure]:
        """Return the offices held on an ISO day."""
        return [t for t in self.tenures if covers(t, day)]


@dataclass(frozen=True, slots=True, eq=False)
class Organization:
    """A body that acts in its own name."""

    name: str
    acronym: str
    names: tuple[str, ...]
    kind: BodyKind
    country: str | None


@dataclass(frozen=True, slots=True, eq=False)
class KnownPlace:
    """A place with its position; `caution` tells that its name is also a common word or a person's name."""

    name: str
    country: str | None
    kind: PlaceKind
    latitude: float
    longitude: float
    names: tuple[str, ...]
    native: tuple[str, ...]
    caution: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic or an activity of the closed lists, and from when to when there is such a thing.

    Units: ISO dates, inclusive.
    """

    slug: str
    name: str
    description: str
    plover_type: str | None = None
    plover_mode: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that point to a theme; a trailing * stands for any ending."""

    cue: str
    slug: str
    weight: float


@dataclass(frozen=True, slots=True)
class AreaTopic:
    """The topic that a state's or a region's affairs belong to, from when to when. Units: ISO dates, inclusive."""

    topic: str
    weight: float
    since: str | None
    until: str | None


def covers(term: Tenure | AreaTopic | Theme, day: str) -> bool:
    """Tell whether a term holds on an ISO day; a bound that names only a month or a year covers all of it."""
    since, until = term.since, term.until
    return (since is None or day[: len(since)] >= since) and (until is None or day[: len(until)] <= until)
