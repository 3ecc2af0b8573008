"""What came of an import or a recoding -> sentences: the tally on stdout, everything that needs a look on stderr."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sinorus.cli.output import notify, write_plainly
from sinorus.render.safe import one_line
from sinorus.render.widths import clipped

if TYPE_CHECKING:
    from sinorus.importer import SourceReport
    from sinorus.model import Rejection
    from sinorus.reading import Doubt, Narrative
    from sinorus.recoding import Change, RecodeReport

_LISTED = 10
_EXCERPT = 60


def tell_source(report: "SourceReport", *, dry_run: bool, to_stderr: bool = False) -> None:
    """Tell what an import did with one source."""
    for remark in report.remarks:
        notify(f"{report.source.file}: {remark}")
    for rejection in report.rejections[:_LISTED]:
        notify(_remark(report.source.file, rejection))
    for doubt in report.doubts[:_LISTED]:
        notify(_remark(report.source.file, doubt))
    if report.rejected > _LISTED:
        notify(f"{report.source.file}: {report.rejected - _LISTED} more entries were rejected.")
    if report.doubted > _LISTED:
        notify(f"{report.source.file}: {report.doubted - _LISTED} more lines should be looked at.")
    line = one_line(f"{report.source.title}: {'; '.join(_counts(report))}.{' (dry run)' if dry_run else ''}")
    if to_stderr:
        notify(line)
    else:
        write_plainly([line + "\n"])
    if dry_run:
        _tell_skipped(report)
    _tell_unsure(report, listed=dry_run)
    _tell_vanished(report)
    _tell_reworded(report)
    _tell_unknown(report)


def tell_recoding(report: "RecodeReport") -> None:
    """Tell what coding again has changed."""
    lines = [f"#{change.event_id} {change.date}: {'; '.join(_differences(change))}" for change in report.changes]
    if report.changed > len(report.changes):
        lines.append(f"... and {report.changed - len(report.changes)} more")
    counts = f"{_number(report.changed, 'event')} coded anew; {report.unchanged} unchanged."
    write_plainly(one_line(line) + "\n" for line in [*lines, counts])


def _differences(change: "Change") -> list[str]:
    return [*(f"-{lost}" for lost in change.lost), *(f"+{gained}" for gained in change.gained)]


def _counts(report: "SourceReport") -> list[str]:
    tally = report.tally
    told = [
        (tally.new, "new entry", "new entries"),
        (tally.changed, *(("event corrected", "events corrected") if report.corrects else ("changed", "changed"))),
        (tally.unchanged, "unchanged", "unchanged"),
        (tally.known, "known from another source", "known from another source"),
        (tally.repeated, "repeated in the file", "repeated in the file"),
        (tally.removed, "removed", "removed"),
        (report.rejected, "rejected", "rejected"),
        (report.doubted, "line to look at", "lines to look at"),
        (report.skipped, "paragraph of narrative skipped", "paragraphs of narrative skipped"),
    ]
    counts = [f"{count} {one if count == 1 else many}" for count, one, many in told if count]
    if not tally.touched and tally.unchanged:
        return ["nothing is new", *counts]
    return ["no entries found", *counts] if _is_empty(report) else counts


def _is_empty(report: "SourceReport") -> bool:
    tally = report.tally
    return not (tally.new + tally.changed + tally.unchanged + tally.known + tally.repeated + report.rejected)


def _remark(file: str, passage: "Rejection | Doubt") -> str:
    where = f"{file}:{passage.line}:{passage.column}"
    excerpt = clipped(one_line(passage.excerpt), _EXCERPT)
    return f"{where}: {passage.reason}\n    {excerpt}\n    {passage.remedy}"


def _tell_skipped(report: "SourceReport") -> None:
    """List the paragraphs that were passed over."""
    for narrative in report.narrative:
        notify(_passed_over(report, narrative))
    if report.skipped > len(report.narrative):
        notify(f"    ... and {report.skipped - len(report.narrative)} more")


def _tell_unsure(report: "SourceReport", *, listed: bool) -> None:
    """Name the paragraphs that were passed over but may be entries; say what to do where no entry is found."""
    file = report.source.file
    see = "" if listed else " 'sinorus import --dry-run' lists what was skipped."
    if report.unsure and not listed:
        few = report.unsure[:_LISTED]
        paragraphs = _number(len(report.unsure), "short paragraph")
        notify(
            f"{file}: {paragraphs} with a date skipped; an entry begins with its date, and a colon or dash behind it:"
        )
        for narrative in few:
            notify(f"    {_passed_over(report, narrative)}")
        _tell_rest(len(report.unsure))
    if _is_empty(report):
        notify(f"{file}: no entries were found. Begin each with its date: 'May 5, 2024: Talks open in Oslo.'{see}")


def _passed_over(report: "SourceReport", narrative: "Narrative") -> str:
    doubt = " (a date is near its beginning)" if narrative.is_doubtful else ""
    return f"{report.source.file}:{narrative.line}: skipped{doubt}: {clipped(one_line(narrative.excerpt), _EXCERPT)}"


def _tell_vanished(report: "SourceReport") -> None:
    tally = report.tally
    if not tally.vanished_count:
        return
    verb = "removed" if tally.removed else "kept; --prune removes what a source tells no more"
    notify(f"{_number(tally.vanished_count, 'entry', 'entries')} no longer in {report.source.file} ({verb}):")
    for gone in tally.vanished[:_LISTED]:
        notify(f"    #{gone.event_id} {gone.date_text}: {clipped(one_line(gone.excerpt), _EXCERPT)}")
    _tell_rest(tally.vanished_count)


def _tell_reworded(report: "SourceReport") -> None:
    """Name the events whose words or date are new and whose coding by hand may not fit them any more."""
    tally = report.tally
    if tally.reworded_count:
        ids = _some([f"#{event_id}" for event_id in tally.reworded], tally.reworded_count)
        events = _number(tally.reworded_count, "event")
        notify(
            f"{events} with new words or another date kept what was coded by hand: {ids}."
            " --recode-given codes them anew."
        )


def _tell_unknown(report: "SourceReport") -> None:
    """Name the actors that only the text tells of; a misread name is found here first."""
    unknown = [one for one in report.tally.first_seen if one.origin == "text"]
    if not unknown:
        return
    names = [f"{one.name}{f' ({one.country})' if one.country else ''}" for one in unknown]
    notify(f"{_number(len(names), 'actor')} not in the codebook, taken from the text: {_some(names)}.")
    for one, other in report.doubtful[:_LISTED]:
        notify(f"    Perhaps the same, and kept apart: {one} / {other}")


def _tell_rest(count: int) -> None:
    if count > _LISTED:
        notify(f"    ... and {count - _LISTED} more")


def _some(names: Sequence[str], count: int | None = None) -> str:
    more = (len(names) if count is None else count) - _LISTED
    rest = f" and {more} more" if more > 0 else ""
    return ", ".join(names[:_LISTED]) + rest


def _number(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
