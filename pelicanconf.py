"""The site as it is read from disk: settings only. publishconf.py adds the public address."""

SITENAME = "Sahel and Syria Chronology"
SITESUBTITLE = "Diplomacy and violence, report by report"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
CHRONOLOGY_SEEDS = "seeds"

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["pelican.plugins.chronology"]  # the full name: the short one can load a second copy

# Links are relative, so that the site reads the same from disk and from any server.
RELATIVE_URLS = True

# Pages written by hand. Reports are read by the plugin; Pelican's own articles are not used.
ARTICLE_PATHS = []
PAGE_PATHS = ["pages"]
PAGE_URL = PAGE_SAVE_AS = "pages/{slug}.html"
STATIC_PATHS = []

DIRECT_TEMPLATES = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
