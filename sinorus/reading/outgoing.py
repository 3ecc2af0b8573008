"""Passages on their way out of a document: in its order, and behind the entry that is open what was found inside it.

An entry comes out when the next passage begins; the head of a page in the middle of it, or a doubt about its date,
comes out directly behind it.
"""

from sinorus.dates.extents import UnreadableDateError
from sinorus.model import Rejection
from sinorus.reading.drafts import Draft
from sinorus.reading.heads import Head
from sinorus.reading.hyphens import Words
from sinorus.reading.lines import Line
from sinorus.reading.passages import Doubt, Narrative, Passage

_EXCERPT = 80


class Outgoing:
    """Collects passages until they are taken; `ready` are those that can be."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.ready: list[Passage] = []
        self._behind: list[Passage] = []

    def take(self) -> list[Passage]:
        """Return what has come in since the last time."""
        ready, self.ready = self.ready, []
        return ready

    def add(self, passage: Passage) -> None:
        """Add a passage."""
        self.ready.append(passage)

    def pass_page(self, line: Line) -> None:
        """Add a line that belongs to the page, behind what goes on below it."""
        self._behind.append(Narrative(line.number, _excerpt(line.text)))

    def doubt(self, line: Line, start: int, reason: str, remedy: str) -> None:
        """Tell of something in a line, behind the entry that it belongs to."""
        self._behind.append(Doubt(line.number, start + 1, _excerpt(line.text[start:]), reason, remedy))

    def finish(self, draft: Draft | None) -> None:
        """Add the entry that was open, if one was, and what was found inside it."""
        if draft is not None:
            self.ready.append(self._passage(draft))
        self.ready += self._behind
        self._behind.clear()

    def _passage(self, draft: Draft) -> Passage:
        if draft.problem is not None:
            return _rejection(draft.line, draft.head, draft.problem)
        if draft.is_waiting and (draft.is_tentative or draft.is_coarse):  # a stamp, the period below a title
            return Narrative(draft.line.number, draft.date_text)
        return draft.entry(self._words)


def _rejection(line: Line, head: Head, problem: UnreadableDateError) -> Rejection:
    excerpt = _excerpt(line.text[head.start :])
    return Rejection(line.number, head.start + 1, excerpt, problem.reason, problem.remedy)


def _excerpt(text: str) -> str:
    return " ".join(text[:_EXCERPT].split())
