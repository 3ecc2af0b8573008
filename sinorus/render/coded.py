"""A coded event that is not stored -> the same JSON object as a stored one, without its id and with its file."""

from typing import Any

from sinorus.model import Event, SourceInfo
from sinorus.render.events import event_record
from sinorus.store.coded import coded_row


def coded_record(event: Event, source: SourceInfo) -> dict[str, Any]:
    """Return the object that stands for an event."""
    record = event_record(coded_row(event, source))
    del record["id"]
    return {**record, "file": source.file}
