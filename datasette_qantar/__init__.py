"""The site: a Datasette plugin, one concern per module; this file only lists the hooks, so that Datasette finds them."""

from datasette_qantar.cells import readable_cell
from datasette_qantar.citing import citation_of_row
from datasette_qantar.languages import language_of_the_url, speaking_templates
from datasette_qantar.pages import our_pages
from datasette_qantar.renewal import served_files_are_renewed
from datasette_qantar.safety.errors import junk_is_a_bad_request
from datasette_qantar.safety.headers import safe_headers
from datasette_qantar.safety.limits import limited_memory
from datasette_qantar.search.connection import load_dictionary, russian_escape_fts

__all__ = [
    "citation_of_row",
    "junk_is_a_bad_request",
    "language_of_the_url",
    "limited_memory",
    "load_dictionary",
    "our_pages",
    "readable_cell",
    "russian_escape_fts",
    "safe_headers",
    "served_files_are_renewed",
    "speaking_templates",
]
