"""Text that a content system exported with its HTML in it."""

from __future__ import annotations

import re

MARKUP = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|img|figure|blockquote|table|tr|td|script|style|iframe)\b[^<>]*>"
    r"|&(?:nbsp|[lr]aquo|[mn]dash|quot|amp|lt|gt|hellip|#\d{2,6}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
BLOCKS = (
    *("p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "figure", "figcaption", "blockquote"),
    *("table", "tr", "section", "article"),
)
UNSEEN = ("script", "style", "noscript", "template", "iframe", "object", "svg", "title")  # what browsers do not show as text


def plain(text: str) -> str:
    """The text as a reader would see it, a block a line; unchanged if there is no markup in it."""
    if not MARKUP.search(text):
        return text
    from lxml import html  # a tenth of a second, which the other formats need not pay
    from lxml.etree import strip_elements

    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(f"<html><body><div>{text}</div></body></html>", parser=parser)
    strip_elements(tree, *UNSEEN, with_tail=False)
    for block in tree.iter(*BLOCKS):
        block.tail = f"\n{block.tail or ''}"
        if block.tag != "br":
            block.text = f"\n{block.text or ''}"
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in str(tree.text_content()).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
