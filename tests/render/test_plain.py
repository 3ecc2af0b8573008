"""The table of a pipe: rows line up, nothing is clipped or wrapped."""

from sinorus.render.answer import of_rows
from sinorus.render.plain import render_plain


def _pipe(*rows: tuple[str, ...]) -> list[str]:
    return list(render_plain(of_rows("rows", ("one", "two", "three", "four"), rows)))


def test_rows_of_a_pipe_line_up_however_long_a_cell_is() -> None:
    lines = _pipe(("a", "b", "c", "END"), ("a" * 150, "b", "c", "END"), ("a", "b" * 90, "c" * 60, "END"))
    assert {line.index("END") for line in lines[1:]} == {lines[0].index("FOUR")}


def test_one_cell_in_hundreds_pushes_only_what_has_no_room() -> None:
    lines = _pipe(*[("a", "b", "c" * 40, "END")] * 299, ("a" * 80, "b", "c", "END"))
    assert {line.index("END") for line in lines[1:]} == {lines[0].index("FOUR")}
    assert lines[-1].index(" b ") > lines[1].index(" b ")
