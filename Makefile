# The commands of the project. Each prepares what it needs; the only tools to have are make and Python 3.11 or later.
# To choose the Python:  make test PYTHON=python3.12      To choose the page's port:  make demo PORT=8090

PYTHON ?=
UV ?= uv
PORT ?= 8088
export PYTHON UV

.DEFAULT_GOAL := help
.PHONY: help demo chat test check docs format bench manifests settings pictures lock clean install

help:  ## Show these commands
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

demo: install  ## Try the bot in a Slack of its own, as a page on this machine; no account, no internet
	@.venv/bin/helpdesk demo --port $(PORT)

chat: install  ## Talk to the bot in this terminal
	@.venv/bin/helpdesk chat

test: install  ## Run every check and every test
	@scripts/test

check: install  ## Run the checks alone: format, lint, types, layers, flow files
	@scripts/check

format: install  ## Put the code into the one format
	@.venv/bin/ruff format --quiet .
	@.venv/bin/ruff check --quiet --fix .

bench: install  ## Measure, and write docs/performance.md
	@.venv/bin/python -m bench

manifests: install  ## Write the Slack manifests of deploy/ anew
	@scripts/manifests

docs: install  ## Build the documentation site in build/site
	@scripts/docs

settings: install  ## Write the settings table of the operator's guide anew
	@.venv/bin/python -m scripts.settings_table --write

pictures: install  ## Take the pictures of docs/pictures anew, with the browser tests
	@scripts/pictures

lock:  ## Choose the newest allowed versions and write the lock files (needs uv and a network)
	@scripts/lock

clean:  ## Remove everything that these commands made
	@rm -rf .venv build dist mutants htmlcov .coverage .coverage.* *.egg-info \
	    .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@find bot tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +

install:
	@scripts/install
