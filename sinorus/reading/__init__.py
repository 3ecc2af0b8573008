"""A file -> dated entries: `read_chronology` is the front door, and gives a `Chronology` whose passages come lazily.

Every usual kind of file is read (text, Markdown, HTML, PDF, DOCX, CSV, JSON), every date form that chronologies
have. Nothing here knows the database, the clock or the terminal.
"""

from sinorus.reading.chronology import Chronology, read_chronology
from sinorus.reading.documents import Document, read_document
from sinorus.reading.passages import Doubt, Narrative, Passage

__all__ = ["Chronology", "Document", "Doubt", "Narrative", "Passage", "read_chronology", "read_document"]
