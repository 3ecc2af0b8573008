"""`python -m sinorus` is the same program as `sinorus`."""

from sinorus.cli.app import main

if __name__ == "__main__":
    main()
