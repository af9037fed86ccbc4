# Needs make and Python 3.11 or newer; everything else is made or installed here.

SHELL := /bin/sh
PYTHON = .venv/bin/python
OFFSCREEN = QT_QPA_PLATFORM=offscreen
BESIDE = -n logical --maxprocesses 4 --dist worksteal
export PYTHONUTF8 := 1
# Tests start the program hundreds of times: compiled once, it starts twice as fast.
export PYTHONDONTWRITEBYTECODE :=

# $(call prepare,extras): system libraries and .venv; the first Python that is new enough does it.
define prepare
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	    if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        exec $$python tools/prepare.py $(1); \
	    fi; \
	done; \
	echo 'Python 3.11 or newer is needed, and none is installed. On Debian 12, Ubuntu 24.04 or' \
	     'newer: sudo apt-get install python3 python3-venv' >&2; \
	exit 1
endef

.PHONY: help run test thorough torture coverage check words reading shots wheel bundle bench
.DEFAULT_GOAL := help

help:
	@echo 'make run     open the window on the practice cell (without a screen: take its meeting to out/)'
	@echo 'make test    run the tests, without a screen (3 minutes)'
	@echo 'make thorough every view walked through, every paper with every ugly text, kills, full disks (10 minutes)'
	@echo 'make torture 100,000 spoilt packets, 1,000 kills, 1,000 damaged files, power cuts, full disks … (30 minutes)'
	@echo 'make coverage branches of core, store, papers and exchange that the tests take: 95 % of each at least'
	@echo 'make check   style, formatting, types, translations'
	@echo 'make words   collect the words to translate, and compile the translations'
	@echo 'make reading every sentence of the program in both languages, on one page: reading.html'
	@echo 'make shots   pictures of every panel and dialog in every look, in shots/; those of docs/ and the manual too'
	@echo 'make wheel   build the wheel in dist/'
	@echo 'make bundle  build the folder that runs without Python, in dist/, and prove it'
	@echo 'make bench   one table: time and memory against the floor and against peers (10 minutes)'

run:
	$(call prepare,test)
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(PYTHON) -m cellsecretary --practice; \
	else \
	    $(OFFSCREEN) $(PYTHON) -m cellsecretary --practice --tour out; \
	fi

test:
	$(call prepare,test)
	$(OFFSCREEN) $(PYTHON) -m pytest $(BESIDE) -m "not thorough"

thorough:
	$(call prepare,test)
	$(OFFSCREEN) HYPOTHESIS_PROFILE=same $(PYTHON) -m pytest $(BESIDE) -m "thorough or hypothesis"

torture:
	$(call prepare,test)
	$(OFFSCREEN) $(PYTHON) -m tests.torture

# The rooms without a window, by the tests that open none. Processes that the tests start count.
ROOMS = core store papers exchange
coverage:
	$(call prepare,test check)
	$(PYTHON) -m coverage erase
	$(OFFSCREEN) $(PYTHON) -m coverage run -m pytest $(BESIDE) -m "not thorough" \
	    $(addprefix tests/,$(ROOMS)) tests/rules tests/test_*.py
	$(PYTHON) -m coverage combine --quiet
	@for room in $(ROOMS); do \
	    echo "$$room"; \
	    $(PYTHON) -m coverage report --include="cellsecretary/$$room/*" --fail-under=95 || low=1; \
	done; \
	test -z "$$low"

check:
	$(call prepare,test check)
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) -m tools.words check

words:
	$(call prepare,test)
	$(PYTHON) -m tools.words update

reading:
	$(call prepare,test)
	$(PYTHON) -m tools.reading reading.html

shots:
	$(call prepare,test)
	$(PYTHON) -m tools.shots shots --docs
	$(PYTHON) -m tools.manual

wheel:
	$(call prepare,test check)
	$(PYTHON) -m build --wheel --outdir dist .

bundle:
	$(call prepare,bundle)
	$(PYTHON) -m tools.bundle

bench:
	$(call prepare,test)
	$(OFFSCREEN) $(PYTHON) -m benchmarks
