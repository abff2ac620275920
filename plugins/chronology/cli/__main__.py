"""`python -m pelican.plugins.chronology.cli` is the command, too."""

import sys

from . import main

sys.exit(main())
