"""A question -> what finds the words that it looks for in a text, to show them."""

from collections.abc import Callable, Iterator

from sinorus.query.filters import AnyOf, Filter
from sinorus.query.question import Question
from sinorus.query.text import TextMatches


def highlighter(question: Question) -> Callable[[str], list[tuple[int, int]]] | None:
    """Return what finds the words in a text, None when the question looks for none."""
    searches = [search for filter_ in question.filters for search in _searches(filter_)]
    if not searches:
        return None
    return lambda text: [span for search in searches for span in search.find(text)]


def _searches(filter_: Filter) -> Iterator[TextMatches]:
    if isinstance(filter_, TextMatches):
        yield filter_
    elif isinstance(filter_, AnyOf):
        for inner in filter_.filters:
            yield from _searches(inner)
