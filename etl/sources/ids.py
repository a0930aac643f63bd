"""No two articles have one id."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import count

from etl.errors import SourceError
from etl.records import RawArticle


class Ids:
    """The ids given so far."""

    def __init__(self) -> None:
        self._owners: dict[str, tuple[str, bytes, str | None]] = {}  # file, digest of the text, address

    def claim(self, article: RawArticle) -> RawArticle | SourceError:
        """The article if its id is free. If the id is that of the same article (same text, or same address), as archives have
        it that are exported every hour, the article with an id that tells it is a copy; else the error."""
        wording = hashlib.blake2b(article.text.encode(errors="surrogatepass"), digest_size=16).digest()
        if article.id in self._owners:
            file, text, url = self._owners[article.id]
            if wording != text and (url is None or url != article.url):
                return SourceError(f"the id {article.id} is already that of another article in {file}", article.source_file)
            copies = (f"{article.id}-copy{n}" for n in count(2))
            article = replace(article, id=next(id for id in copies if id not in self._owners))
        self._owners[article.id] = (article.source_file, wording, article.url)
        return article
