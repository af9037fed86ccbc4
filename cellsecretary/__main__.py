"""`python -m cellsecretary` is the program."""

import sys

from cellsecretary.app import main

sys.exit(main())
