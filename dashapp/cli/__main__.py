"""Run ``python -m dashapp.cli``."""

import sys

from dashapp.cli import main

sys.exit(main())
