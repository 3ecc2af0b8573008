"""The bundled chronology, entry by entry: who, in which office, where, about what; read a change here as a diff."""

import json
from pathlib import Path

import pytest

from sinorus.codebook import Codebook
from sinorus.importer import Importer, SourceReport, read_bundled
from sinorus.model import Event

GOLDEN = Path(__file__).parents[1] / "data" / "bundled-coding.jsonl"


def coded(event: Event) -> dict[str, object]:
    people = [p for p in event.actors if p.actor.kind == "person"]
    return {
        "date": event.entry.span.edtf,
        "persons": [
            [p.actor.name, p.role.title if p.role else None, p.role.country if p.role else p.actor.country, p.part]
            for p in people
        ],
        "organizations": [p.actor.name for p in event.actors if p.actor.kind == "organization"],
        "places": [p.place.name for p in event.places],
        "topics": sorted(t.slug for t in event.topics),
        "activities": sorted(a.slug for a in event.activities),
        "dates told": [d.span.edtf for d in event.dates],
    }


def test_bundled_chronology_is_coded_as_its_golden_file_says(book: Codebook, request: pytest.FixtureRequest) -> None:
    (chronology,) = (c for c in read_bundled() if c.source.title == "China-Russia chronology, January-April 2024")
    report = SourceReport(chronology.source)
    found = [coded(event) for event in Importer(book).code(chronology, report)]
    if request.config.getoption("--golden"):
        lines = [json.dumps(entry, ensure_ascii=False) for entry in found]
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert (len(found), report.rejected) == (24, 0)
    assert found == [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
