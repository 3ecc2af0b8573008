"""The values that travel from a file to the database: plain frozen records, no behaviour beyond their own fields.

    SourceInfo    where a chronology comes from
    Entry         one dated passage, as reading finds it
    Rejection     a passage that looks like an entry but cannot be one, with its reason
    Event         an entry after coding: who, where, about what, each with the words that say so

Units: character offsets are half-open and count into `Entry.text`; lines and columns count from 1; countries are
ISO 3166 alpha-2 codes, or EU and UN.
"""

from dataclasses import dataclass, field
from typing import Literal

from sinorus.span import DateSpan

ActorKind = Literal["person", "organization", "country"]
Part = Literal["participant", "mentioned"]
RoleBasis = Literal["stated", "inferred"]
Origin = Literal["codebook", "text"]


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where a chronology comes from: its header's fields, the file, and a fingerprint of the file's bytes."""

    title: str
    file: str
    sha256: str
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class GivenActor:
    """An actor that a human coder named in a CSV or JSON file; kind and country are None where they were not told."""

    name: str
    kind: ActorKind | None = None
    country: str | None = None
    role: str | None = None
    role_basis: RoleBasis | None = None
    part: Part = "participant"
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """A place that a human coder named in a CSV or JSON file."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class GivenCoding:
    """What a human coded already; a field that is None was not coded and is left to the coder."""

    actors: tuple[GivenActor, ...] | None = None
    places: tuple[GivenPlace, ...] | None = None
    topics: tuple[str, ...] | None = None
    activities: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """The event that a record names by its id, and the fields of it that the record tells, filled or empty."""

    event_id: int
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated passage: `date_text` and `text` are verbatim, `line` and `column` say where the date stands.

    `row` is the line of its record in a table or JSON file, which may quote the `line` of another document, and
    `corrects` the event of a database that the record was printed from.
    """

    span: DateSpan
    date_text: str
    text: str
    line: int
    column: int = 1
    note: str | None = None
    given: GivenCoding | None = None
    row: int | None = field(default=None, compare=False)
    corrects: Correction | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A passage that looks like an entry but cannot be taken: where it stands, why, and what would help."""

    line: int
    column: int
    excerpt: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organization or a country; the same (kind, name, country) is the same actor."""

    kind: ActorKind
    name: str
    country: str | None
    native_name: str | None = None
    names: tuple[str, ...] = ()
    origin: Origin = "codebook"


@dataclass(frozen=True, slots=True)
class Role:
    """An office, spelled out; `country` and `organization` say whose office it is."""

    title: str
    country: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that the codebook knows an actor to have held; `until` is None while it is held.

    Units: ISO dates of one, two or three parts, as precise as they are known; both ends inclusive.
    """

    role: Role
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in an event: in which office, taking part or talked about, by which words and by which rule."""

    actor: Actor
    part: Part
    mention: str
    start: int
    end: int
    role: Role | None = None
    role_basis: RoleBasis | None = None
    reason: str = ""
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; latitude and longitude are decimal degrees, None when the place is not in the codebook."""

    name: str
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in an event, with the span that names it."""

    place: Place
    mention: str
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A topic or an activity of an event: its slug, and the cue in the text that gave it."""

    slug: str
    cue: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A further date told inside an entry ("on Jan. 15"), with the span that tells it."""

    span: DateSpan
    mention: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """An entry after coding."""

    entry: Entry
    actors: tuple[Participation, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    topics: tuple[Label, ...] = ()
    activities: tuple[Label, ...] = ()
    dates: tuple[DateMention, ...] = ()
