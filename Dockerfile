# The site with the database of seeds/. See docs/serving.md.
FROM python:3.11-slim
RUN useradd --create-home qantar && mkdir /qantar && chown qantar /qantar
WORKDIR /qantar
USER qantar
COPY --chown=qantar requirements.lock pyproject.toml README.md ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY --chown=qantar . .
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e . && .venv/bin/qantar build seeds -o qantar.db
ENV QANTAR_DB=/qantar/qantar.db
EXPOSE 8001
CMD [".venv/bin/uvicorn", "datasette_qantar.asgi:app", "--host", "0.0.0.0", "--port", "8001", "--workers", "2", "--proxy-headers"]
