"""Lets `python -m varvet` do what the `varvet` command does."""

from varvet.config.cli import main

main()
