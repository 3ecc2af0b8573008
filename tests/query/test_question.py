"""Questions: as SQL with parameters, as a literal statement, and as a sentence."""

from datetime import date

import pytest

from sinorus.query.clauses import Clause
from sinorus.query.dates import DateWithin
from sinorus.query.filters import ActivityIs, ActorIs, AllOf, AnyOf, CountryIs, Filter, Not, PlaceIs, RoleIs, TopicIs
from sinorus.query.periods import Period
from sinorus.query.question import Question
from sinorus.query.text import parse_text

LAVROV, WANG = ActorIs((1,), "Sergey Lavrov"), ActorIs((2,), "Wang Yi")
SPRING = DateWithin(Period(date(2024, 1, 1), date(2024, 3, 31)))
WAR, ENERGY = TopicIs((1,), "Ukraine war"), TopicIs((2,), "energy")

SENTENCES: dict[str, tuple[tuple[Filter, ...], str]] = {
    "nothing": ((), "events"),
    "a pair, a topic, a period": (
        (SPRING, WAR, LAVROV, WANG),
        "events with Sergey Lavrov and Wang Yi about Ukraine war, January to March 2024",
    ),
    "any": ((AnyOf((LAVROV, WANG)),), "events with Sergey Lavrov or Wang Yi"),
    "all": ((AllOf((LAVROV, WANG)),), "events with Sergey Lavrov and Wang Yi"),
    "not": ((LAVROV, Not(WAR)), "events with Sergey Lavrov not about Ukraine war"),
    "mixed": ((AnyOf((LAVROV, WAR)),), "events, with Sergey Lavrov or about Ukraine war"),
    "a role": ((RoleIs((1,), "Ambassador to China"),), "events with an Ambassador to China"),
    "countries": (
        (CountryIs(("RU",), "Russia"), CountryIs(("CN",), "China")),
        "events with actors from Russia and China",
    ),
    "kind and place": ((PlaceIs((1,), "Beijing"), ActivityIs((1,), "visit")), "events of the kind visit in Beijing"),
    "starting in": ((DateWithin(SPRING.period, True),), "events beginning in January to March 2024"),
    "starting since": ((DateWithin(Period(date(2024, 1, 1), None), True),), "events beginning since January 1, 2024"),
    "text": (parse_text('"gas deal" pipe*'), "events containing “gas deal” and “pipe*”"),
}


@pytest.mark.parametrize(("filters", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_sentence_tells_the_question(filters: tuple[Filter, ...], sentence: str) -> None:
    assert Question(filters).sentence() == sentence


def test_sentence_tells_that_mentions_count() -> None:
    assert Question((LAVROV, SPRING), mentions=True).sentence() == (
        "events with Sergey Lavrov, January to March 2024, mentions included"
    )


def test_select_keeps_values_out_of_the_sql() -> None:
    (text,) = parse_text("it's")
    select = Question((ActorIs((1, 2), "x"), text), limit=5).select()
    assert select.sql == (
        "SELECT events.id FROM events WHERE events.id IN (SELECT event_id FROM event_actors WHERE actor_id IN (?, ?)"
        " AND part = 'participant') AND events.id IN (SELECT rowid FROM events_fts WHERE events_fts MATCH ?)"
        ' ORDER BY +events.start, +events."end", +events.id LIMIT ?'
    )
    assert select.params == (1, 2, '"it s"', 5)


def test_the_filters_that_are_not_listed_test_event_by_event() -> None:
    assert Question((LAVROV, SPRING)).condition((LAVROV,)) == Clause(
        "events.id IN (SELECT event_id FROM event_actors WHERE actor_id = ? AND part = 'participant')"
        ' AND start <= ? AND ("end" IS NULL OR "end" >= ?)',
        (1, "2024-03-31", "2024-01-01"),
    )


def test_literal_fills_in_the_values_with_quotes_doubled() -> None:
    assert Clause("a = ? AND b = ?", ("O'Brien?", 3)).literal() == "a = 'O''Brien?' AND b = 3"


def test_mentions_widen_actors() -> None:
    assert "participant" not in Question((LAVROV,), mentions=True).select().sql


def test_reverse_turns_every_column_of_the_order() -> None:
    assert (
        Question((), reverse=True)
        .select()
        .sql.endswith('ORDER BY events.start DESC, events."end" DESC, events.id DESC')
    )


def test_filters_with_the_same_content_are_equal_and_others_are_not() -> None:
    assert ActorIs((1,), "x") == ActorIs((1,), "x")
    assert (
        len({ActorIs((1,), "x"), RoleIs((1,), "x"), PlaceIs((1,), "x"), AnyOf(()), AllOf(()), Not(WAR), Not(ENERGY)})
        == 7
    )
