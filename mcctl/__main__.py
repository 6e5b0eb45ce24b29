"""`python -m mcctl`."""

import sys

from mcctl.cli import main

if __name__ == "__main__":
    sys.exit(main())
