# Two commands are enough: `make open` shows the sample corpus, `make test` checks everything.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SCRIPT_TESTS = $(wildcard assets/*.test.js tests/*.test.js tests/*/*.test.js)

.PHONY: all open test lint types unit scripts chromium bench pictures lock clean

all: $(READY)  ## set everything up in .venv, test tools included

$(READY): requirements.lock pyproject.toml setup.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dateline needs Python 3.11 or later; say which with: make PYTHON=python3.12" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(READY)

open: $(READY)  ## show the sample corpus in the browser; Ctrl-C ends it
	$(BIN)/dateline open

test: lint types unit scripts  ## everything: style, types, tests with a real browser, scripts

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

unit: $(READY) chromium
	$(BIN)/python -m pytest

scripts:  ## the page's own functions, where Node is installed
	@if ! command -v node >/dev/null; then echo "node is not installed: the tests of assets/*.js are left out"; \
	 elif [ -n "$(SCRIPT_TESTS)" ]; then node --test $(SCRIPT_TESTS); fi

chromium:  ## find a Chromium or Chrome for the browser tests, or install Debian's
	@sh tools/find_chromium.sh

bench: $(READY)  ## measure quality (needs ../shared) and speed
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/speed.py

pictures: $(READY) chromium  ## draw the pictures of the docs anew, and the small ones that tests compare with
	$(BIN)/python tools/screenshots.py
	$(BIN)/python tests/browser/looks.py

lock: $(READY)  ## write the versions in .venv as the locked ones
	$(BIN)/python tools/write_lock.py

clean:  ## remove what the other targets made
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
