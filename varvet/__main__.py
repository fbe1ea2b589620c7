"""Lets `python -m varvet` do what the `varvet` command does."""

from varvet.config.cli import main

if __name__ == "__main__":
    main()
