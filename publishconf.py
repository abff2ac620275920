"""The site as it is published: everything of pelicanconf.py, and where it will stand."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = "https://example.org/archive"
