# The commands of the house. Needs only GNU make, a POSIX shell and Python 3.11 or newer.
#   make datasets     install once, turn seeds/ into a release and say where it is
#   make test         every check that must be green
#   make dictionary   render the data dictionary
#   make bench        time the rooms
#   make screenshots  take the pictures of the page that the README shows
#   make constraints  renew constraints.txt from a fresh environment
#   make clean        remove the environment and all caches; releases stay
# Choose a Python with `make PYTHON=/path/to/python datasets`.

SHELL := /bin/sh
.DEFAULT_GOAL := datasets
.PHONY: datasets test dictionary bench screenshots constraints clean

VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check

# What stands in the caller's environment must not reach into ours.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

# Sets $$python to the first Python that is new enough and can make environments, by running each candidate: a name on
# the path may be a shim with nothing behind it. Else says in one sentence what is missing. Debian ships Python without ensurepip.
CANDIDATES := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)
define choose_python
python= ; found= ; \
for candidate in $(CANDIDATES); do \
    "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
    found=$$candidate; \
    "$$candidate" -c 'import venv, ensurepip' >/dev/null 2>&1 && python=$$candidate && break; \
done; \
if [ -z "$$found" ]; then \
    echo "huiyao needs Python 3.11 or newer, and none of these is: $(CANDIDATES) (name another one with make PYTHON=...)." >&2; exit 1; \
elif [ -z "$$python" ]; then \
    echo "$$found has no venv module: install it first (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; \
fi
endef

datasets: $(VENV)/.installed
	@$(BIN)/huiyao publish

test: $(VENV)/.installed-dev
	$(BIN)/ruff check --output-format=concise .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest

dictionary: $(VENV)/.installed
	@$(BIN)/python -m huiyao.schema.dictionary

# -o: the options of pyproject.toml leave the benchmarks out of the tests.
bench: $(VENV)/.installed-dev
	$(BIN)/pytest -o addopts=--import-mode=importlib -s tests/benchmarks

screenshots: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.webpage.screenshots

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(choose_python); \
	echo "Installing huiyao and what it needs into $(VENV) (once; a minute or two) ..."; \
	"$$python" -m venv $(VENV)
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing the tools of the tests ..."
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

constraints:
	@$(choose_python); \
	fresh=$$(mktemp -d) && trap 'rm -rf "$$fresh"' EXIT && \
	"$$python" -m venv "$$fresh" && \
	"$$fresh/bin/python" -m pip -qq --disable-pip-version-check install '.[dev]' && \
	{ sed -n '/^#/p' constraints.txt && \
	  "$$fresh/bin/python" -m pip --disable-pip-version-check freeze --exclude huiyao | grep '^[A-Za-z0-9._-]*=='; } \
	    > "$$fresh/constraints.txt" && \
	cp "$$fresh/constraints.txt" constraints.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find flows tests -name __pycache__ -type d -prune -exec rm -rf {} +
