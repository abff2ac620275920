# Everything a contributor runs. `make help` lists it; each target sets up what it needs in .venv.

PYTHON ?= python3
PORT ?= 8000
# publishconf.py builds with the public address of the site.
CONF ?= pelicanconf.py
# Further words for pytest, such as PYTEST="-k search".
PYTEST ?=
# The parts of the benchmark, such as PART=annotate, and further words for a part, such as BENCH="--sizes 1000".
PART ?= build annotate reading lighthouse
BENCH ?=

VENV := .venv
BIN := $(VENV)/bin
PELICAN := $(BIN)/pelican content --settings $(CONF) --output output
WATCHED := seeds content theme plugins $(CONF)

# A pip.conf or a shell may ask for these; neither goes together with a virtual environment.
export PIP_USER := 0
export PIP_REQUIRE_VIRTUALENV := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup html serve test lint schemas messages bench clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

setup: $(VENV)/site.stamp  ## Set up .venv; every other target does so by itself

html: $(VENV)/site.stamp  ## Read new seeds and build the site into output/
	$(BIN)/chronology ingest
	$(PELICAN) --fatal errors

# Both run in the background and are waited for, so that a Ctrl-C reaches the trap at once and ends both.
serve: html  ## Build, serve on http://localhost:8000 and build again on every change
	@$(PELICAN) --listen --port $(PORT) & \
	server=$$!; \
	$(BIN)/watchfiles --target-type command "$(MAKE) --no-print-directory html" $(WATCHED) & \
	watcher=$$!; \
	trap "kill $$server $$watcher 2>/dev/null; wait; exit 0" INT TERM; \
	echo "Serving http://localhost:$(PORT) - stop with Ctrl-C"; \
	wait

test: $(VENV)/test.stamp  ## Run every test, those in a real browser included
	CHROMIUM="$$($(BIN)/python tools/find_chromium.py --install)" && \
	export CHROMIUM && $(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/lint.stamp  ## Check style and types, workflows and forms, the HTML of built sites, and the theme's sheets and scripts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tools/lint_forge.py
	$(BIN)/python tools/lint_web.py

schemas: $(VENV)/site.stamp  ## Write what is made from the definition of the records: docs, schemas, forms and settings of editors
	$(BIN)/python tools/generate.py

bench: $(VENV)/test.stamp $(VENV)/lint.stamp  ## Measure builds against plain Pelican, the annotator, and what pages cost a reader
	for part in $(PART); do $(BIN)/python benchmarks/bench_$$part.py $(BENCH) || exit 1; done

messages: $(VENV)/site.stamp  ## Collect what the interface says, and bring the catalogues of all languages up to date
	$(BIN)/python tools/update_messages.py

screenshots: html $(VENV)/test.stamp  ## Take the pictures of docs/screenshots.md anew
	CHROMIUM="$$($(BIN)/python tools/find_chromium.py --install)" && \
	export CHROMIUM && $(BIN)/python tools/take_screenshots.py

clean:  ## Remove what was built: output/, caches and .venv
	rm -rf output cache $(VENV) build *.egg-info plugins/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian's Python has no ensurepip unless python3-venv is installed, so the environment is made without
# pip, and the outer pip puts a new one into it. Dependency groups want pip 25.1.
$(VENV)/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed, and $(PYTHON) is older; name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null || \
	{ echo "pip is needed; on Debian: apt-get install python3-pip" >&2; exit 1; }
	$(PYTHON) -m venv --clear --without-pip $(VENV)
	$(PYTHON) -m pip install --quiet --target "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" 'pip>=25.1'
	@touch $@

# Setuptools warns at length of what an editable installation is; none of it needs doing.
$(VENV)/site.stamp: pyproject.toml $(VENV)/pip.stamp
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable '.[html,languages]'
	@touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/lint.stamp: $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@
