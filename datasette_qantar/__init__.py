"""The site: a Datasette plugin, one concern per module; this file only lists the hooks, so that Datasette finds them."""

from datasette_qantar.search.connection import load_dictionary, russian_escape_fts

__all__ = ["load_dictionary", "russian_escape_fts"]
