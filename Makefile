# Every command of the project; `make` alone lists them. Needs python3 (3.11 or newer), git and make.

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := out/muestra.cpepa

# What shows a window: X11, Wayland, or a system that always has a screen.
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))

# The steps of a command come in the order they are written, also under `make -j`.
.NOTPARALLEL:
.PHONY: help setup run test gallery conformance bench package format lock clean system

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: .venv/.program ## create .venv with the locked dependencies and the program in it

# --clear: what is no longer in the lock goes away too.
.venv/.locked: requirements/dev.txt
	@PYTHON=$(PYTHON) packaging/system.sh venv
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# Editable, so that `cpepa-desktop` in .venv runs these sources and no copy of them grows old.
.venv/.program: .venv/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Before anything that opens Qt: one call of apt for all that is missing, none where nothing is.
system:
	@PYTHON=$(PYTHON) packaging/system.sh venv qt

ifneq ($(SCREEN),)
run: system setup ## open the window on the sample centre; without a screen, write its documents and pages
	@mkdir -p out
	$(BIN)/python -m cpepa_desktop --sample --file $(SAMPLE)
else
run: export QT_QPA_PLATFORM := offscreen
run: system setup
	@mkdir -p out
	test -f $(SAMPLE) || $(BIN)/python -m cpepa_desktop sample --file $(SAMPLE)
	$(BIN)/python packaging/gallery.py --file $(SAMPLE) --documents out/documents --pages out/pages
	@echo "No screen here. Documents (PDF): $(CURDIR)/out/documents   Pages (PNG): $(CURDIR)/out/pages"
endif

STEP = @printf '\n== %s\n'

test: system setup ## the whole gate: format, lint, types, contracts, translations, tests
	$(STEP) 'format'
	@$(BIN)/ruff format --check .
	$(STEP) 'lint'
	@$(BIN)/ruff check .
	$(STEP) 'types'
	@$(BIN)/mypy
	$(STEP) 'import contracts'
	@$(BIN)/lint-imports --no-logo
	$(STEP) 'translations'
	@$(BIN)/python packaging/translations.py --check
	$(STEP) 'tests'
	@$(BIN)/pytest -n 2

gallery: export QT_QPA_PLATFORM := offscreen
gallery: system setup ## write every page and document of a new sample centre as pictures, for eyes
	@rm -rf out/gallery.cpepa* out/documents out/pages && mkdir -p out
	$(BIN)/python -m cpepa_desktop sample --file out/gallery.cpepa
	$(BIN)/python packaging/gallery.py --file out/gallery.cpepa \
	    --documents out/documents --pages out/pages --pictures
	$(BIN)/python packaging/hard_cases.py out/documents/hard-cases

# Of the forms and hard cases that the tests know, and of every document of a new sample centre.
conformance: export QT_QPA_PLATFORM := offscreen
conformance: system setup ## validate every document as PDF/UA-1 and PDF/A-2b with veraPDF; needs Java
	@rm -rf out/conformance* && mkdir -p out
	@$(BIN)/python -m cpepa_desktop sample --file out/conformance.cpepa
	@$(BIN)/python packaging/gallery.py --file out/conformance.cpepa --documents out/conformance
	@$(BIN)/python packaging/conformance.py out/conformance

bench: export QT_QPA_PLATFORM := offscreen
bench: system setup ## print what the program costs, as ratios measured in one run
	$(BIN)/python -m benchmarks

package: system setup ## build the folder of the program, dist/cpepa-desktop, and try it with no Python around
	@PYTHON=$(PYTHON) packaging/system.sh package
	$(BIN)/pyinstaller --noconfirm --log-level ERROR packaging/cpepa-desktop.spec
	$(BIN)/python packaging/smoke.py dist/cpepa-desktop

format: setup ## rewrite what a machine can: layout, imports, the template of translations
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python packaging/translations.py

# Nothing younger than a week: a bad release is mostly found and withdrawn by then.
LOCK = out/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade --exclude-newer '7 days' \
    --generate-hashes --no-emit-index-url --no-header pyproject.toml

lock: ## choose the dependencies' versions again and write them with their hashes
	@PYTHON=$(PYTHON) packaging/system.sh venv
	$(PYTHON) -m venv out/lock
	out/lock/bin/python -m pip install --quiet uv
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

clean: ## remove all that these commands made, the sample centre included
	rm -rf .venv out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
