"""Markup in a line of text -> the words that a reader sees: HTML tags, Markdown and wiki emphasis, links, entities.

Only what is unmistakably markup goes; the words stay as they are. A line without any of its signs is returned
untouched.
"""

import html
import re

_SIGNS = re.compile(r"[<`|&]|\[\[|\*\*|__|''|\]\(|\\item|\{\{")
_REFERENCE = re.compile(
    r"<ref\b[^<>]{0,400}/>|<ref\b[^<>]{0,400}>[^<]{0,2000}</ref>|<!--[^<>]{0,2000}-->|<sup\b[^<>]{0,200}>\s*\[?\d+\]?\s*</sup>"
)
_BREAK = re.compile(r"<(?:br|/?p|/?li|/?div|/?tr|/?dt|/?dd|/?h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|cite|code|del|em|font|html|i|img|ins|mark|ol|q|s|small|span|strong|sub|sup"
    r"|table|tbody|td|th|thead|time|u|ul)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{1,500}(?:\s\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(
    r"\*\*(?=\S)([^*]{1,500})\*\*|(?<!\w)__(?=\S)([^_]{1,500})__(?!\w)|'{2,5}(?=\S)([^']{1,500})'{2,5}"
)
_LOOSE = re.compile(r"\*\*|'{3,5}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_TEMPLATE_DASH = re.compile(r"\{\{\s?(?:snd|spnd|spaced ndash|ndash|mdash|dash|–)\s?\}\}", re.IGNORECASE)
_TEMPLATE_DATE = re.compile(r"\{\{[A-Za-z ]{2,20}\|(\d{4})\|(\d{1,2})\|(\d{1,2})[^{}]{0,40}\}\}")
_TEMPLATE_NOTE = re.compile(
    r"\{\{\s?(?:citation needed|cn|fact|efn|refn|sfn|harv|cite|citation|rp|clarify|when|who|dead link|webarchive"
    r"|short description|use \w+ dates|use \w+ english|flagicon|anchor)\b[^{}]{0,1000}\}\}",
    re.IGNORECASE,
)
_TEMPLATE_WORD = re.compile(
    r"\{\{\s?(?:flag|flagu|flagcountry|flagdeco|nowrap|small|ill|interlanguage link|abbr|ship)\|([^{}|]{1,100})"
    r"[^{}]{0,200}\}\}",
    re.IGNORECASE,
)
_HEAD = 80
_CELL = re.compile(r"\s*\|+\s*")
_BLANKS = re.compile(r" {2,}")


def strip_markup(text: str) -> str:
    """Return a line's words without markup.

    >>> strip_markup("[[Oslo]] **hosts** a <i>round</i>.<ref name='b' />")
    'Oslo hosts a round.'
    """
    text = text.strip()
    if _SIGNS.search(text) is None:
        return text
    if "<" in text:
        text = _BLANKS.sub(" ", _TAG.sub("", _BREAK.sub(" ", _REFERENCE.sub("", text))))
    if "{{" in text:
        text = _TEMPLATE_WORD.sub(r"\1", _TEMPLATE_NOTE.sub("", text))
    if "[[" in text:
        text = _WIKI_LINK.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text or "''" in text:
        text = _LOOSE.sub("", _EMPHASIS.sub(lambda match: match[1] or match[2] or match[3], text))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    return text.strip()


def drop_references(text: str) -> str:
    """Return a text without its footnotes and comments, whatever stands in them."""
    return _REFERENCE.sub("", text) if "<" in text else text


def unwrap_head(text: str) -> str:
    """Return a line with the markup that may hide the date at its head undone: links, templates, entities.

    >>> unwrap_head("*[[12 March]] [[1938]]{{snd}}A round."), unwrap_head("{{Start date|1938|3|12}}: A round.")
    ('*12 March 1938 – A round.', '1938-03-12: A round.')
    """
    head, rest = text[:_HEAD], text[_HEAD:]
    if "[[" in head:
        head = _WIKI_LINK.sub(r"\1", head)
    if "{{" in head:
        head = _TEMPLATE_DASH.sub(" – ", head)
        head = _TEMPLATE_DATE.sub(lambda date: f"{date[1]}-{int(date[2]):02d}-{int(date[3]):02d}", head)
    if "&" in head:
        head = _ENTITY.sub(lambda match: html.unescape(match.group()), head)
    return head + rest


def join_cells(text: str) -> str:
    """Return the cells of a table row, divided by bars, as one text."""
    return "; ".join(cell for cell in _CELL.split(text) if cell)
