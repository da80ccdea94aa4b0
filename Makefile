# What the commands of the README call.  Everything goes into .venv beside this file.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STORE ?= dangbo-store
SIZES ?= 2000,20000,200000

.DEFAULT_GOAL = demo
.PHONY: demo test lint unit build bench docs clean

## demo: build the graph of the seeds, check it, and draw it
demo: $(VENV)/.installed
	$(BIN)/kg build seeds --store $(STORE) --out graph.ttl
	$(BIN)/kg validate --store $(STORE)
	$(BIN)/kg query officials --store $(STORE)
	$(BIN)/kg draw --store $(STORE) --out officials.html
	@echo
	@echo "The graph is in graph.ttl; open officials.html in a browser.  Try next:"
	@echo "  $(BIN)/kg query"
	@echo "  $(BIN)/kg query theme-history --unit 'Uong Bi'"
	@echo "  $(BIN)/kg explain 'Nghiem Xuan Cuong'"
	@echo "  $(BIN)/kg build YOUR-ARTICLES/"

## test: all checks (style, types, layers, tests)
test: lint unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto --dist loadfile

## build: the wheel, in dist/
build: $(VENV)/.installed-dev
	$(BIN)/python -m pip --quiet wheel --no-deps --no-build-isolation --wheel-dir dist .

## bench: the figures of the docs, beside underthesea, rdflib and pySHACL (needs the corpus folder; takes hours,
## with SIZES=2000,20000 half an hour)
bench: $(VENV)/.installed-dev
	@$(MAKE) --no-print-directory $(VENV)-peer/.installed || \
		echo "bench: underthesea could not be installed into $(VENV)-peer; extraction is not compared"
	$(BIN)/python -m tests.bench --sizes $(SIZES) $(if $(QUICK),--quick) \
		$$(test -e $(VENV)-peer/.installed && echo --peer $(abspath $(VENV)-peer)/bin/python)

$(VENV)-peer/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)-peer
	$(VENV)-peer/bin/python -m pip install --quiet --disable-pip-version-check --editable . underthesea==9.5.0
	@touch $@

## docs: the documentation site in build/docs, the reference of the command line, the pictures of the README
docs: $(VENV)/.installed-docs
	$(BIN)/python docs/reference.py
	$(BIN)/kg build seeds --store $(VENV)/docs-store
	$(BIN)/kg draw --store $(VENV)/docs-store --out docs/officials.png --language en
	$(BIN)/python docs/screenshots.py $(VENV)/docs-store docs
	$(BIN)/python -m docs.generator build/docs

clean:
	rm -rf $(VENV) $(VENV)-peer dist build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf dangbo-store graph.ttl officials.html

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-docs: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-docs
