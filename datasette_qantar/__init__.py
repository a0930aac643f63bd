"""The site: a Datasette plugin, one concern per module; this file only lists the hooks, so that Datasette finds them."""

from datasette_qantar.safety.headers import safe_headers
from datasette_qantar.safety.limits import limited_memory
from datasette_qantar.search.connection import load_dictionary, russian_escape_fts

__all__ = ["limited_memory", "load_dictionary", "russian_escape_fts", "safe_headers"]
