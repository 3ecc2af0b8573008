"""Lines of styled pieces -> text for a terminal in colour, or plain."""

from collections.abc import Iterable, Iterator

from sinorus.render.page import Line
from sinorus.render.safe import one_line
from sinorus.render.terminal import Terminal


def render_lines(lines: Iterable[Line], terminal: Terminal) -> Iterator[str]:
    """Yield each line; none of them is wrapped."""
    if not terminal.interactive:
        for line in lines:
            yield "".join(one_line(text) for text, _ in line).rstrip() + "\n"
        return
    from rich.text import Text  # noqa: PLC0415

    from sinorus.render.drawing import draw, safe_text  # noqa: PLC0415

    yield from draw((Text.assemble(*(safe_text(text, kind) for text, kind in line)) for line in lines), terminal)
