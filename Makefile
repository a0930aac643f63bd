# make serve     the two seed articles as a website on this machine (PORT=8001)
# make test      ruff, mypy, pytest
# make build     qantar.db from seeds/
# make evaluate  how much of the annotated facts the build holds (GOLD=tests/gold)
# make gate      the same on research corpora, against pinned floors (CORPORA=folder)
# make benchmark what a build costs beside naive natasha (ARTICLES=folder or file); the tables go into etl/benchmark/README.md
# make lock      renew the pinned versions and hashes
# make clean     remove the environment and the database

PORT ?= 8001
GOLD ?= tests/gold
CORPORA ?= corpora
ARTICLES ?= seeds
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
    $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

BIN := .venv/bin
SOURCES := $(shell find etl seeds -type f -not -name '*.pyc')
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: serve test build evaluate gate benchmark lock clean

serve: qantar.db
	$(BIN)/qantar serve qantar.db --port $(PORT)

build: qantar.db

# Exit code 1: built, but some articles were refused and named.
qantar.db: .venv/installed $(SOURCES)
	$(BIN)/qantar build seeds -o $@ || test $$? = 1
	@touch $@

evaluate: qantar.db
	$(BIN)/qantar evaluate $(GOLD) --db qantar.db

gate: .venv/installed
	$(BIN)/qantar gate $(CORPORA)

benchmark: .venv/installed-dev
	$(BIN)/qantar benchmark $(ARTICLES) --write etl/benchmark/README.md

test: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

# Only what the lock files pin, checked by hash; then the project itself, without asking any index.
.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements.lock
	PYTHONWARNINGS=ignore $(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Qantar needs Python 3.11 or newer: none found (PYTHON=/path/to/python3 names one)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

# The lock files must not depend on the settings of the machine that made them: no configuration files, only the public index.
COMPILE = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_INDEX_URL -u PIP_CONSTRAINT PIP_CONFIG_FILE=/dev/null \
    CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-config

lock: .venv/installed-dev
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv qantar.db* qantar.extractions*
