"""Runs the command line as `python -m wibdesk`."""

import sys

from wibdesk.cli import main

sys.exit(main())
