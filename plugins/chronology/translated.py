"""Templates in English -> templates in the language of the site, when they are compiled.

A build has one language. Whatever a template says is therefore translated once, as it is read, and not once for
each of thousands of pages: a page then costs the same in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.lexer import Token, TokenStream

from . import edtf
from .languages import Language
from .scripts import written_in


def speak(environment: Environment, language: Language) -> None:
    """Let templates say `_("...")`, `pgettext("...", "...")` and `{% trans %}...{% endtrans %}`.

    To be called before the first template is read. Pelican renders pages written by hand in an environment of its
    own, so every environment of a build needs it.
    """
    environment.extend(language=language)
    environment.add_extension(Translated)
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        language.gettext,
        language.ngettext,
        newstyle=True,
        pgettext=language.pgettext,
        npgettext=language.npgettext,
    )
    environment.globals["plural_forms"] = language.plural_forms
    environment.filters["number"] = language.number
    environment.filters["written_in"] = written_in
    environment.filters["edtf"] = lambda date: edtf.words(date, language)
    environment.filters["short_month"] = lambda month: language.calendar.short[month - 1]


class Translated(InternationalizationExtension):
    """Jinja's own tags and functions, with all that does not hang on a number looked up beforehand."""

    language: Language

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.language = environment.language  # type: ignore[attr-defined]  # `speak` has set it

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """`_("Search")` as if the template held the translation as a string: it is escaped where it is printed."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            length, text = self._call(tokens[at : at + 6])
            yield Token(tokens[at].lineno, "string", text) if length else tokens[at]
            at += length or 1

    def _call(self, tokens: list[Token]) -> tuple[int, str]:
        """How many tokens the call of a literal text takes at the head of these, and its translation; 0 for none."""
        kinds = [token.type for token in tokens]
        name = tokens[0].value
        if name in ("_", "gettext") and kinds[:4] == ["name", "lparen", "string", "rparen"]:
            return 4, self.language.gettext(tokens[2].value)
        if name == "pgettext" and kinds == ["name", "lparen", "string", "comma", "string", "rparen"]:
            return 6, self.language.pgettext(tokens[2].value, tokens[4].value)
        return 0, ""

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        *how: bool,
    ) -> nodes.Output:
        """What stands for a `{% trans %}`: text of the template, and between it the variables."""
        if plural is not None:
            return super()._make_node(singular, plural, context, variables, plural_expr, *how)
        made: list[nodes.Expr] = []
        for part in _PARTS.findall(self.language.pgettext(context or "", singular)):
            if part.startswith("%("):
                name = part[2:-2]
                made.append(variables.get(name, nodes.Name(name, "load")))
            else:
                made.append(nodes.TemplateData("%" if part == "%%" else part))
        return nodes.Output(made)


_PARTS = re.compile(r"%\(\w+\)s|%%|[^%]+|%")
