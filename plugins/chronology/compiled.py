"""Templates -> Python that draws them without the detours that Jinja takes for what it cannot know.

Jinja asks each thing that is called whether it wants the context, sorts the arguments of each macro, and makes
each piece of text an object that is safe, to throw it away when the page is joined. In a page of many small parts
that was more than half of the time. The output is the same, sign by sign; a test draws every template both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape


def compile_directly(environment: Environment) -> None:
    """To be called before the first template is read. Templates are read once, too: none changes during a build."""
    environment.code_generator_class = Direct
    environment.auto_reload = False
    environment.extend(modules={})


class Direct(CodeGenerator):
    """Jinja's generator, with short cuts for what the templates of a theme are made of."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self._macros = {one.name for one in node.find_all(nodes.Macro)}
        self._imported = {one.target for one in node.find_all(nodes.Import)}
        self.writeline(f"from {__name__} import drawn_directly, imported, printed")
        super().visit_Template(node, frame)

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        """A block hands over its text in one piece: each piece would go through a generator for each template."""
        listed = list(body)
        if frame.buffer is not None or not (frame.block_frame or frame.rootlevel) or _included(listed):
            super().blockvisit(listed, frame)
            return
        self.buffer(frame)
        super().blockvisit(listed, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Macros, and the methods of a text, are called as they are: of the context, none of them knows."""
        in_order = not (node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller)
        if not in_order or not self._is_simple(node.node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _is_simple(self, called: nodes.Expr) -> bool:
        """Whether it is a macro of this template or of one that it imports, or a method of texts by its name."""
        if isinstance(called, nodes.Name):
            return called.name in self._macros
        if not isinstance(called, nodes.Getattr):
            return False
        return hasattr(str, called.attr) or (isinstance(called.node, nodes.Name) and called.node.name in self._imported)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The macro, with a way to it that needs no sorting where all arguments come in order."""
        takes_more = macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if takes_more or not _escaped(frame):
            super().macro_def(macro_ref, frame)
            return
        self.write("drawn_directly(macro, ")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute is looked for as an attribute first, and all else that it may be only where there is none."""
        of, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({of} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({of}, {node.attr!r}))")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Of a condition without an "else" nothing is printed: no object that says so need be made."""
        for child in node.nodes:
            if isinstance(child, nodes.CondExpr) and child.expr2 is None:
                child.expr2 = nodes.Const("", lineno=child.lineno)
        super().visit_Output(node, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """The macros of a template are the same on every page, as long as they see nothing of it."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
            return
        name = repr(node.template.value)
        self.write(f"(environment.modules.get({name}) or imported(environment, {name}, {self.name!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escaped(frame) and not finalize.src:
            self._value = self.temporary_identifier()
            self.write(f"({self._value} if type({self._value} := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escaped(frame) and not finalize.src:
            self.write(f") is Markup else printed({self._value}))")
        else:
            super()._output_child_post(node, frame, finalize)


def _included(body: list[nodes.Node]) -> bool:
    """Whether a template is included without its context: for that, Jinja knows no other way than to hand it on."""
    return any(not found.with_context for found in nodes.Scope(body).find_all(nodes.Include))


def _escaped(frame: Frame) -> bool:
    """Whether it is certain that what is printed here is escaped."""
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def drawn_directly(function: FunctionType, macro: Macro) -> Callable[..., str]:
    """A macro that calls its function at once, where its arguments come in order."""
    function.__defaults__ = (missing,) * len(macro.arguments)  # the function knows what to put there

    def draw(*values: Any, **named: Any) -> str:
        return macro(*values, **named) if named else _markup(function(*values))

    return draw


def imported(environment: Environment, name: str, by: str) -> TemplateModule:
    """The macros of a template that another one imports."""
    module = environment.get_template(name, by).module
    environment.modules[name] = module  # type: ignore[attr-defined]  # `compile_directly` has put it there
    return module


_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is safe, without a look at whether it is so already."""


def printed(value: object) -> str:
    """What stands in a page for a value that is not known to be safe.

    Few texts have a sign that must be escaped. To look for each of them takes a sixth of the time of escaping.
    """
    if type(value) is str:
        if not ("<" in value or "&" in value or '"' in value or "'" in value or ">" in value):
            return value
    elif type(value) is int:
        return str(value)
    return escape(value)
