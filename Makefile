# `make demo` and `make test` set everything up themselves: Python 3.11+, make and a package registry are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test lint floors bench calibration docs screenshots packages clean

demo: $(VENV)/.demo
	$(BIN)/tqcheck check seeds/article.en.txt --pivot pt --report html=reports/samples/seed.html || [ $$? -eq 1 ]
	$(BIN)/tqcheck check seeds/article.en.txt --source corpora/putin-illusion/source.cnr.txt --from cnr --to en \
	  --report html=reports/samples/seed-with-source.html || [ $$? -eq 1 ]
	$(BIN)/tqcheck check corpora/articles/pt-en-salt/errors.en.txt --source corpora/articles/pt-en-salt/source.pt.txt \
	  --report html=reports/samples/portuguese-english.html || [ $$? -eq 1 ]
	@echo; echo "The reports, to open in a browser:"; ls -1 $(CURDIR)/reports/samples/*.html

test: $(VENV)/.test packages lint
	$(BIN)/python -m pytest
	$(MAKE) floors

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --editable '.[pt]'
	@touch $@

# The plain torch line takes a CPU build here; elsewhere it may pull CUDA packages (see README).
$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet --editable '.[pt,transformers,ctranslate2,test]'
	@touch $@

# Debian packages that some tests drive: installed when we may, else those tests are skipped and say why.
packages:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! { command -v chromium && command -v apertium; } >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
	    chromium apertium apertium-hbs-eng apertium-eng-spa apertium-eng-cat apertium-apy \
	    apertium-es-pt apertium-por-cat apertium-fra-cat apertium-cat-ita >/dev/null 2>&1 \
	  || echo "packages: not installed; the tests that need them are skipped"; fi

# Fails where a guarded figure is below its floor (corpora/floors.json).
floors: $(VENV)/.test
	$(BIN)/tqcheck bench --floors corpora/floors.json >/dev/null

# Remakes the tables of docs/quality.md; some ten minutes on two idle cores.
bench: $(VENV)/.demo
	$(BIN)/tqcheck bench corpora/articles corpora/putin-illusion corpora/clean --split test --output reports/bench-test.json \
	  --html reports/bench.html
	$(BIN)/python -m corpora.quality_tables

# Fits the confidences of the checks on the development half.
calibration: $(VENV)/.demo
	$(BIN)/tqcheck bench corpora/articles corpora/putin-illusion corpora/clean corpora/restatements \
	  $(wildcard corpora/suite/TQ10[567].jsonl corpora/suite/TQ[34]??.jsonl) --calibrate tqcheck/checks/calibration.json

# Pictures of the sample reports, for the README.
screenshots: $(VENV)/.test packages demo
	$(BIN)/python docs/screenshots.py

docs: $(VENV)/.test
	$(BIN)/python -m tqcheck.documentation docs/checks

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
