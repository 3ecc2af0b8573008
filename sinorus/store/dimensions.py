"""A measure -> how events are told apart by it: keys in SQL with the joins from `events` to them, and their labels.

Events are counted by key, and only the counts are given names: a million names would be carried through the sorting.
The joins are CROSS JOINs: that is how SQLite is told to go from the events to what hangs on them and not the other
way, which is right for a few events and three times as fast for all of them, since their rows lie together.
"""

from typing import Literal, NamedTuple, get_args

from sinorus.query.filters import country_shown

Measure = Literal[
    "year", "quarter", "month", "week", "actor", "country", "pair", "role", "place", "topic", "activity", "source"
]
MEASURES: tuple[Measure, ...] = get_args(Measure)
TIME_MEASURES = MEASURES[:4]
_COARSE = "CASE precision WHEN 'decade' THEN substr(start, 1, 3) || '0s' {}ELSE {} END"
_BY_YEAR = "WHEN 'year' THEN substr(start, 1, 4) WHEN 'season' THEN substr(start, 1, 4) "
_BY_MONTH = "WHEN 'month' THEN substr(start, 1, 7) "
_QUARTER = "substr(start, 1, 4) || '-Q' || ((substr(start, 6, 2) + 2) / 3)"
# The Monday of the week; the week's number is put in its place later, since SQLite tells it only from 3.46.
_MONDAY = "date(start, 'weekday 0', '-6 days')"
_TIMES: dict[Measure, str] = {
    "year": _COARSE.format("", "substr(start, 1, 4)"),
    "quarter": _COARSE.format(_BY_YEAR, _QUARTER),
    "month": _COARSE.format(_BY_YEAR, "substr(start, 1, 7)"),
    "week": _COARSE.format(_BY_YEAR + _BY_MONTH, _MONDAY),
}
_LINKS: dict[Measure, tuple[str, str, str, str]] = {
    "actor": ("event_actors", "actors", "actor_id", "name"),
    "country": ("event_actors", "countries", "actor_id", "code"),
    "role": ("event_actors", "roles", "role_id", "title"),
    "place": ("event_places", "places", "place_id", "name"),
    "topic": ("event_topics", "topics", "topic_id", "slug"),
    "activity": ("event_activities", "activities", "activity_id", "slug"),
    "source": ("event_sources", "sources", "source_id", "title"),
}


class Dimension(NamedTuple):
    """How events are told apart.

    `keys` are the columns that do it, with their names, and `joins` leads from `events` to them; `named` leads from
    the counted keys to what they mean, and `label` is how that is called.
    """

    keys: dict[str, str]
    joins: str
    label: str
    named: str = ""


def dimension(measure: Measure, number: int, mentions: bool, asked: tuple[int, ...] = ()) -> Dimension:
    """Return a dimension whose tables and keys carry its number, so that it can be crossed with any other.

    Of pairs, only those with one of the `asked` actors count, if any are.
    """
    key, link, thing = f"key{number}", f"link{number}", f"thing{number}"
    if measure in _TIMES:
        return Dimension({key: _TIMES[measure]}, "", key)
    if measure == "pair":
        return _pair(number, mentions, asked)
    links, table, column, label = _LINKS[measure]
    joins = _link(link, links, mentions)
    if measure == "country":
        acting_for = country_shown(f"{link}.role_id", f"{link}.actor_id")
        return Dimension({key: acting_for}, f"{joins} AND {acting_for} IS NOT NULL", key)
    if measure == "role":  # several roles have one title
        joins += f" CROSS JOIN {table} AS {thing} ON {thing}.id = {link}.{column} AND {thing}.{label} IS NOT NULL"
        return Dimension({key: f"{thing}.{label}"}, joins, key)
    named = f" CROSS JOIN {table} AS {thing} ON {thing}.id = {key}"
    return Dimension({key: f"{link}.{column}"}, joins, f"{thing}.{label}", named)


def _link(link: str, links: str, mentions: bool) -> str:
    part = f" AND {link}.part = 'participant'" if links == "event_actors" and not mentions else ""
    return f" CROSS JOIN {links} AS {link} ON {link}.event_id = events.id{part}"


def _pair(number: int, mentions: bool, asked: tuple[int, ...]) -> Dimension:
    """Return the dimension of two persons in one event, named in alphabetical order."""
    keys = {f"key{number}{side}": f"link{number}{side}.actor_id" for side in ("", "b")}
    joins = "".join(
        _link(f"link{number}{side}", "event_actors", mentions)
        + f" CROSS JOIN actors AS one{number}{side} ON one{number}{side}.id = link{number}{side}.actor_id"
        f" AND one{number}{side}.kind = 'person'"
        for side in ("", "b")
    )
    once = f" AND link{number}b.actor_id > link{number}.actor_id"
    if asked:
        among = f"IN ({', '.join(map(str, asked))})"
        once += f" AND (link{number}.actor_id {among} OR link{number}b.actor_id {among})"
    one, other = f"thing{number}", f"thing{number}b"
    named = "".join(f" CROSS JOIN actors AS {thing} ON {thing}.id IN ({', '.join(keys)})" for thing in (one, other))
    in_order = f" AND ({one}.name, {one}.id) < ({other}.name, {other}.id)"
    return Dimension(keys, joins + once, f"{one}.name || ' & ' || {other}.name", named + in_order)
