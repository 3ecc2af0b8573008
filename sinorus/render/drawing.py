"""rich, from this program's point of view: things to draw -> text for a terminal of a certain width.

Every text of a file goes through `safe_text` on its way, so that it is neither markup nor a control sequence. Colours
are the terminal's own sixteen, chosen to be readable on light and on dark.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.style import Style
from rich.text import Text

from sinorus.render.safe import harmless, one_line
from sinorus.render.terminal import Terminal

STYLES = {
    "id": "dim",
    "date": "cyan",
    "actor": "bold",
    "country": "dim",
    "mentioned": "italic",
    "place": "green",
    "topic": "magenta",
    "activity": "magenta",
    "hit": "reverse",
    "label": "dim",
    "head": "bold",
    "bar": "cyan",
    "empty": "dim",
    "quiet": "dim",
    "": "",
}


def draw(things: Iterable[RenderableType], terminal: Terminal) -> Iterator[str]:
    """Yield each thing as the text that draws it."""
    console = make_console(terminal)
    buffer = console.file
    assert isinstance(buffer, StringIO)
    for thing in things:
        console.print(thing)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def make_console(terminal: Terminal) -> Console:
    """Return a console that writes into memory."""
    return Console(
        file=StringIO(),
        width=terminal.width,
        force_terminal=True,
        no_color=not terminal.colour,
        color_system="standard" if terminal.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def style(name: str) -> Style:
    """Return the style of a kind of text."""
    return Style.parse(STYLES[name])


def safe_text(text: str, kind: str = "") -> Text:
    """Return a text of a file as one harmless line in the style of its kind."""
    return Text(one_line(text), style=STYLES[kind])


def marked_text(text: str, spans: Iterable[tuple[int, int, str]]) -> Text:
    """Return a text with parts of it in the styles of their kinds.

    Shape: spans as (start, end, kind), in the text as stored; later ones are drawn over earlier ones.
    """
    if text.isprintable():  # nearly always
        places: Sequence[int] = range(len(text) + 1)
        marked = Text(text)
    else:
        places = _places(text)
        marked = Text("".join(map(_shown, text)))
    for start, end, kind in spans:
        marked.stylize(STYLES[kind], places[start], places[end])
    return marked


def _shown(character: str) -> str:
    return " " if character in "\t\r\n" else harmless(character)


def _places(text: str) -> list[int]:
    """Return where each character of a text stands once it is made harmless, and where the text ends."""
    places = [0]
    for character in text:
        places.append(places[-1] + len(_shown(character)))
    return places
