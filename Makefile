# `make help` lists what can be done. Every recipe is one plain command that can be run by hand as well.
.DEFAULT_GOAL := help
.PHONY: help setup run test check test-sqlite test-postgresql test-browser test-sequences format lock new-register migrations bench

PY := .venv/bin/python
HOST ?= 127.0.0.1
PORT ?= 8000
# Neighbours share what they load: each process gets half of the tests, and takes from the other when it is done.
AT_ONCE := -n 2

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make the environment and the front end ready (quick when nothing has changed)
	@python=$$(scripts/find_python) && "$$python" -m scripts.setup

setup-to-test: ## The same, with what the tests need
	@python=$$(scripts/find_python) && "$$python" -m scripts.setup --to test

run: setup ## Load the demo when it is not there, and serve it at http://127.0.0.1:8000
	@.venv/bin/varvet serve --demo --host $(HOST) --port $(PORT)

test: setup-to-test check test-sqlite test-postgresql test-browser ## All checks and all tests

check: setup-to-test ## Style, types, contracts and templates
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/djlint varvet --lint --quiet

test-sqlite: setup-to-test ## The tests on SQLite
	$(PY) -m pytest --database sqlite $(AT_ONCE) --dist worksteal

test-postgresql: setup-to-test ## The tests on PostgreSQL, which is started for them
	$(PY) -m pytest --database postgresql $(AT_ONCE) --dist worksteal

test-browser: setup-to-test ## The journeys in Chromium
	$(PY) -m pytest tests/journeys -m browser $(AT_ONCE) --dist loadfile

test-sequences: setup-to-test ## Thousands of random ways through what may be lex Sarah, on both databases (a quarter of an hour)
	TEST_SEQUENCES=3000 $(PY) -m pytest --database sqlite --log-cli-level INFO tests/reconciliation/test_any_sequence.py
	TEST_SEQUENCES=3000 $(PY) -m pytest --database postgresql --log-cli-level INFO tests/reconciliation/test_any_sequence.py

format: setup-to-test ## Put the code in its shape
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

lock: setup-to-test ## Write the locks anew from requirements/*.in and frontend/package.json
	$(PY) -m scripts.lock $(FLAGS)

new-register: setup-to-test ## Copy the shape of a register: make new-register NAME=complaints LABEL=Klagomål PREFIX=KLA
	$(PY) -m scripts.new_register "$(NAME)" $(if $(LABEL),--label "$(LABEL)") $(if $(PREFIX),--prefix "$(PREFIX)")

bench: setup-to-test ## What lists, search and reporting cost on both databases, and large lists and logs
	$(PY) -m bench

migrations: setup-to-test ## Write migrations for what has changed in models.py
	DJANGO_SETTINGS_MODULE=varvet.config.settings $(PY) -m django makemigrations
