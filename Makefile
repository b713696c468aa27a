# run · setup · test · check: see README.md
PORT ?= 8000
PYTHON ?= python3
FLASK = .venv/bin/flask --app wsgi

.PHONY: run setup dev check test test-fast test-long torture bench screenshots lock catalogue clean format

run: setup
	@exec $(FLASK) award serve --port $(PORT)

setup:
	@$(PYTHON) scripts/bootstrap.py
	@$(FLASK) award setup

dev:
	@$(PYTHON) scripts/bootstrap.py --dev

check: dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/ty check
	.venv/bin/lint-imports --no-cache
	.venv/bin/djlint templates --lint --quiet
	$(FLASK) award check-migrations
	.venv/bin/python scripts/house.py

test: check
	.venv/bin/pytest -n 2 --dist worksteal

test-fast: dev
	.venv/bin/pytest -n 2 --dist worksteal --ignore=tests/e2e --ignore=tests/torture

test-long: dev
	.venv/bin/pytest -n 2 --dist worksteal -m long

# ONLY=kills,cuts … DATABASES=sqlite,postgres KILLS= WRITES= CUTS= RACES= ANSWERS= PEOPLE= RUSH= SECONDS_EACH=; REPORT=1: the sum so far
torture: dev
	.venv/bin/python -m tests.torture

bench: dev
	.venv/bin/python scripts/bench.py
	.venv/bin/python scripts/weigh_pages.py

screenshots: dev
	.venv/bin/python scripts/screenshots.py

format:
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lock:
	for f in requirements-setup requirements-npm requirements requirements-dev; do \
	  .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url $$f.in -o $$f.txt; done

catalogue: dev
	.venv/bin/pybabel -q extract -F babel.cfg -k _ -k _l -k lazy -k ngettext:1,2 -k lazy_gettext --no-location -o instance/messages.pot .
	@echo "instance/messages.pot"

clean:
	rm -rf .venv node_modules static/vendor static/built .pytest_cache .ruff_cache .hypothesis
