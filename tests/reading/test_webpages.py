"""Saved pages: dates in tags of their own, lists, tables, definition lists; menus and captions are left out."""

import pytest

from sinorus.reading import read_chronology
from tests.reading.reads import read

PAGE = """\
<!DOCTYPE html>
<html><head><title>Spring talks 2024 | A journal</title>
<meta name="author" content="A. Writer"><meta property="og:site_name" content="A journal">
<link rel="canonical" href="https://example.org/spring">
<script>var x = "<p>Jan. 5, 2024: no entry</p>";</script><style>p { color: red }</style></head>
<body>
<nav><ul><li>March 1, 2024: menu</li></ul></nav>
<div class="site-menu">March 2, 2024: another menu</div>
<article>
<h1>Spring talks</h1>
<p>The spring was busy. On Jan. 10, the two met.</p>
<figure><img src="a.png"><figcaption>April 9, 2024: A photo</figcaption></figure>
<p><strong>April 8-9, 2024:</strong> The minister visits
   the <em>capital</em>.</p>
<!-- April 9, 2024: a comment -->
<p><strong>April 10, 2024</strong> in small letters.</p>
<p><span class="date">April 11, 2024</span><span>Glued to it.</span></p>
<p>April 12<br>Below a break.<br>And below another.</p>
<p>April 13: One.<br>April 14: Two in one paragraph.</p>
<aside>April 15, 2024: an advertisement</aside>
</article>
<footer>May 1, 2024: page printed</footer>
</body></html>
"""


def test_page_gives_its_entries_with_their_lines() -> None:
    found = read(PAGE, "page.html")
    assert found.texts == [
        ("2024-04-08/2024-04-09", "The minister visits the capital."),
        ("2024-04-10", "in small letters."),
        ("2024-04-11", "Glued to it."),
        ("2024-04-12", "Below a break.\n\nAnd below another."),
        ("2024-04-13", "One."),
        ("2024-04-14", "Two in one paragraph."),
    ]
    assert [entry.line for entry in found.entries] == [13, 16, 17, 18, 19, 19]
    assert [narrative.line for narrative in found.narrative] == [10, 11]


def test_page_says_where_it_comes_from() -> None:
    source = read_chronology(PAGE.encode(), name="page.html").source
    assert (source.title, source.author) == ("Spring talks 2024", "A. Writer")
    assert (source.publisher, source.url) == ("A journal", "https://example.org/spring")


def _page(body: str) -> str:
    return f"<html><body>{body}</body></html>"


SHAPES = {
    "list items": (
        "<ul><li>April 13, 2024: One.<p>More of it.</p></li><li>April 14 – Two<ul><li>A point</li></ul></li></ul>",
        [("2024-04-13", "One.\n\nMore of it."), ("2024-04-14", "Two\n\nA point")],
    ),
    "list under a date": (
        "<h3>April 13, 2024</h3><ul><li>One.</li><li>Two.</li></ul>",
        [("2024-04-13", "One."), ("2024-04-13", "Two.")],
    ),
    "table": (
        "<table><tr><th>Place</th><th>Date</th><th>Event</th></tr>"
        "<tr><td>Oslo</td><td>April 15, 2024</td><td>Talks open.</td></tr>"
        "<tr><td>Bergen</td><td>April 16</td><td>Talks close.</td></tr></table>",
        [("2024-04-15", "Talks open."), ("2024-04-16", "Talks close.")],
    ),
    "empty cell for the date": (
        "<table><tr><th>Date</th><th>Event</th></tr><tr><td>April 15, 2024</td><td>Talks open.</td></tr>"
        "<tr><td></td><td>A note is sent.</td></tr><tr><td>April 16</td><td>Talks close.</td></tr></table>",
        [("2024-04-15", "Talks open."), ("2024-04-15", "A note is sent."), ("2024-04-16", "Talks close.")],
    ),
    "items under an item that is a date": (
        "<ul><li>April 13, 2024<ul><li>One.</li><li>Two.</li></ul></li><li>April 14<ul><li>Three.</li></ul></li></ul>",
        [("2024-04-13", "One."), ("2024-04-13", "Two."), ("2024-04-14", "Three.")],
    ),
    "days and months as headings": (
        "<h3>April 13, 2024</h3><p>One.</p><h3>May&ndash;June 2024</h3><p>Two.</p><h3>July 2024</h3><p>Three.</p>",
        [("2024-04-13", "One."), ("2024-05/2024-06", "Two."), ("2024-07", "Three.")],
    ),
    "months that group days": (
        "<h3>April 2024</h3><p>A busy month.</p><h4>April 13</h4><p>One.</p>"
        "<h3>May 2024</h3><p>A calm one.</p><h3>June 2024</h3><h4>June 3</h4><p>Two.</p>",
        [("2024-04-13", "One."), ("2024-06-03", "Two.")],
    ),
    "year over several rows": (
        "<table><tr><td rowspan=2>1993</td><td>10 December</td><td>One.</td></tr>"
        "<tr><td>12 December</td><td>Two.</td></tr><tr><td>1994</td><td>3 January</td><td>Three.</td></tr></table>",
        [("1993-12-10", "One."), ("1993-12-12", "Two."), ("1994-01-03", "Three.")],
    ),
    "definition list": (
        "<dl><dt>April 17, 2024</dt><dd>One.</dd><dt>April 18</dt><dd>Two.</dd></dl>",
        [("2024-04-17", "One."), ("2024-04-18", "Two.")],
    ),
    "months that a break divides from their words": (
        "<p><b>April 13, 2024</b><br>One.</p><p><b>June 2024</b><br>Two.</p><p>July 2024<br>3: Three.<br>4: Four.</p>",
        [("2024-04-13", "One."), ("2024-06", "Two."), ("2024-07-03", "Three."), ("2024-07-04", "Four.")],
    ),
    "headlines below days": (
        "<div><span>April 13, 2024</span><h3>War</h3><p>One.</p></div>"
        "<div><span>April 14, 2024</span><h3>Peace</h3><p>Two.</p></div><h3>More</h3><p>Three.</p>",
        [("2024-04-13", "War\n\nOne."), ("2024-04-14", "Peace\n\nTwo.")],
    ),
    "headings": (
        "<h2>2024</h2><h3>April</h3><p>19: One.</p><h3>May</h3><p><b>3</b> – Two.</p><h2>Sources</h2><p>None.</p>",
        [("2024-04-19", "One."), ("2024-05-03", "Two.")],
    ),
    "boxes": (
        '<div><div class="when">April 20, 2024</div><div>One.</div></div><div><div>April 21</div><div>Two.</div></div>',
        [("2024-04-20", "One."), ("2024-04-21", "Two.")],
    ),
    "table for layout": (
        "<table><tr><td><h2>Talks</h2><p>April 22, 2024: One.</p></td><td><p>April 23: Two.</p></td></tr></table>",
        [("2024-04-22", "One."), ("2024-04-23", "Two.")],
    ),
    "plain text": (
        "<pre>\nApril 24, 2024: One that\n    goes on.\n\nApril 25: Two.\n</pre>",
        [("2024-04-24", "One that goes on."), ("2024-04-25", "Two.")],
    ),
    "hidden": (
        '<p style="display:none">April 1, 2024: x</p><p hidden>April 2, 2024: x</p><p>April 26, 2024: One.</p>',
        [("2024-04-26", "One.")],
    ),
    "entities": (
        "<p>April&nbsp;27,&nbsp;2024:&ensp;Xi&rsquo;an &amp; &lt;more&gt;</p>",
        [("2024-04-27", "Xi’an & <more>")],
    ),
}


@pytest.mark.parametrize(("body", "texts"), SHAPES.values(), ids=SHAPES)
def test_shape_of_a_page_is_read(body: str, texts: list[tuple[str, str]]) -> None:
    assert read(_page(body), "page.html").texts == texts


def test_page_that_names_its_content_like_a_menu_is_kept() -> None:
    body = '<div class="related"><p>April 8, 2024: One.</p><p>April 9, 2024: Two.</p></div>'
    assert len(read(_page(body), "page.html").entries) == 2


def test_deeply_nested_page_is_read() -> None:
    body = "<div>" * 3000 + "<p>April 8, 2024: One.</p>" + "</div>" * 3000
    assert len(read(_page(body), "page.html").entries) == 1
