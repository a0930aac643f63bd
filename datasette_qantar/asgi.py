"""The site as an ASGI application, for servers with several workers:

QANTAR_DB=qantar.db uvicorn datasette_qantar.asgi:app --workers 4
"""

import os
from pathlib import Path

from datasette_qantar.serving import site

app = site(Path(os.environ.get("QANTAR_DB", "qantar.db"))).app()
