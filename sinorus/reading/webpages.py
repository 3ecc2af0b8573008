"""A web page -> blocks of text: headings, paragraphs, list items, table rows, each with its line in the page's source.

Menus, scripts, forms, captions and footers are left out: by their tags and roles, and by their class where that
names them and does not hold most of the page's words. Nothing is fetched.
"""

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Declaration, Doctype, NavigableString, ProcessingInstruction

from sinorus.reading.blocks import BlockWriter
from sinorus.reading.encodings import TextContent
from sinorus.reading.grids import Grid, rows_of_grid
from sinorus.reading.headers import Header
from sinorus.reading.lines import Line

_LIMIT = 64 << 20
_NO_TEXT = frozenset(
    "script style noscript template nav aside form button select option textarea input iframe object svg canvas audio"
    " video figure figcaption caption head footer dialog menu map".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    "p div section article main header blockquote ul ol dl li dt dd table tr td th thead tbody center address hr pre"
    " details summary body".split()
)
_EMPHASIS = frozenset(("strong", "b", "em", "i", "span", "time", "u", "font", "a", "big", "small", "mark"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"))
_NAMED = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|cookies?|share|sharing|social|related|comments?|"
    r"caption|advert|ads?|newsletter|pagination|pager|toc|skip|byline|masthead|topbar|copyright)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"\s+")


def read_html(text: TextContent) -> tuple[Header, list[Line]]:
    """Return what a page says of itself, and its blocks.

    Raises: DocumentError when the page is too large.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a page that is XML, or has no tags, is read all the same
        soup = BeautifulSoup(text.text(_LIMIT), "html.parser")
    header = _read_header(soup)
    _leave_out(soup)
    writer = BlockWriter()
    _Walker(writer).walk(soup)
    return header, writer.lines()


def _read_header(soup: BeautifulSoup) -> Header:
    title = _meta(soup, "og:title", "dc.title") or (
        soup.title.get_text(" ", strip=True) if soup.title is not None else None
    )
    link = soup.find("link", rel="canonical")
    url = _attribute(link, "href") if isinstance(link, Tag) else None
    publisher = _meta(soup, "og:site_name", "dc.publisher", "citation_journal_title")
    return Header(
        _without_site(_WHITE.sub(" ", title)[:300], publisher) if title else None,
        _meta(soup, "author", "dc.creator", "article:author", "citation_author"),
        publisher,
        url or _meta(soup, "og:url"),
    )


def _without_site(title: str, site: str | None) -> str:
    """Return a page's title without the name of its site, which browsers show behind it."""
    name = re.escape(site) if site is not None else "Wikipedia"
    return re.sub(rf"\s*[|–—·:-]\s*{name}\s*$", "", title, flags=re.IGNORECASE) or title


def _meta(soup: BeautifulSoup, *names: str) -> str | None:
    for name in names:
        pattern = re.compile(re.escape(name) + "$", re.IGNORECASE)
        tag = soup.find("meta", attrs={"name": pattern}) or soup.find("meta", attrs={"property": pattern})
        content = _attribute(tag, "content") if isinstance(tag, Tag) else None
        if content:
            return content
    return None


def _attribute(tag: Tag, name: str) -> str | None:
    value = tag.get(name)
    text = " ".join(value) if isinstance(value, list) else value
    return text.strip() or None if text else None


def _leave_out(soup: BeautifulSoup) -> None:
    """Remove what is no part of the text."""
    words = len(soup.get_text())
    pending: list[Tag] = [soup]
    while pending:
        tag = pending.pop()
        if tag is not soup and (tag.name in _NO_TEXT or _is_aside(tag, words)):
            tag.decompose()
        else:
            pending.extend(child for child in tag.contents if isinstance(child, Tag))


def _is_aside(tag: Tag, words: int) -> bool:
    if tag.name in {"html", "body", "main", "article", "table", "tbody", "tr"}:
        return False
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true" or _HIDDEN.search(_attribute(tag, "style") or ""):
        return True
    if _attribute(tag, "role") in _ROLES:
        return True
    if tag.name == "header":
        return tag.find_parent(("article", "main")) is None and 2 * len(tag.get_text()) < words
    named = f"{_attribute(tag, 'class') or ''} {_attribute(tag, 'id') or ''}"
    return _NAMED.search(named) is not None and 2 * len(tag.get_text()) < words


class _Walker:
    """Goes through a page in reading order and hands its pieces to the writer."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._line = 1

    def walk(self, root: Tag) -> None:
        """Walk without recursion: pages nest as deep as they like."""
        stack: list[Iterator[object]] = [iter(root.children)]
        open_tags: list[Tag | None] = [None]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                tag = open_tags.pop()
                if tag is not None:
                    self._leave(tag)
            elif isinstance(child, Tag):
                if self._enter(child):
                    stack.append(iter(child.children))
                    open_tags.append(child)
            elif isinstance(child, NavigableString) and not _is_hidden(child):
                self._say(child)

    def _enter(self, tag: Tag) -> bool:
        """Begin a tag; tell whether its children are to be walked."""
        self._line = max(self._line, tag.sourceline or 0)
        writer = self._writer
        if tag.name == "br":
            writer.break_line()
            return False
        if tag.name == "pre":
            writer.preformatted(tag.get_text(), self._line)
            return False
        if tag.name == "table" and (grid := _grid(tag)) is not None:
            writer.end_block()
            for row in rows_of_grid(grid):
                writer.row(row)
            return False
        if tag.name in _BLOCKS:
            writer.end_block()
            if tag.name in _HEADINGS:
                writer.begin("heading")
            elif tag.name in {"li", "dd"}:
                writer.begin_item(is_list=tag.name == "li")
        elif tag.name in _EMPHASIS:
            writer.begin_emphasis()
        return True

    def _leave(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._writer.end_block()
            if tag.name in {"li", "dd"}:
                self._writer.end_item()
        elif tag.name in _EMPHASIS:
            self._writer.end_emphasis()

    def _say(self, text: str) -> None:
        white = len(text) - len(text.lstrip())
        self._writer.say(_WHITE.sub(" ", text), self._line + text.count("\n", 0, white))
        self._line += text.count("\n")


def _is_hidden(text: NavigableString) -> bool:
    return isinstance(text, (Comment, Declaration, Doctype, ProcessingInstruction))


def _grid(table: Tag) -> Grid | None:
    """Return the cells of a table of data; None for one that only lays out the page."""
    if table.find("table") is not None:
        return None
    rows = table.find_all("tr")
    cells = [list(row.find_all(("td", "th"), recursive=False)) for row in rows]
    if not any(len(row) >= 2 for row in cells) or table.find(("h1", "h2", "h3", "ul", "ol")) is not None:
        return None
    return [
        (
            row.sourceline or 1,
            [(_WHITE.sub(" ", cell.get_text(" ")).strip(), _span(cell, "rowspan")) for cell in of_row],
        )
        for row, of_row in zip(rows, cells, strict=True)
    ]


def _span(cell: Tag, name: str) -> int:
    value = _attribute(cell, name) or "1"
    return min(int(value[:9]), 500) if value.isdecimal() else 1
