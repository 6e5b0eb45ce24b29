"""A parsed program as Python functions that are put together once and called for every recipient.

Every call is checked beforehand, in branches that never run, too: as on the platform, a function that is not there,
that messages cannot use or that gets too many arguments costs the whole message.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from mcctl.ampscript.catalog import Function, functions
from mcctl.ampscript.collecting import paused
from mcctl.ampscript.comparing import compare
from mcctl.ampscript.errors import (
    UNKNOWN_FUNCTION,
    AmpscriptError,
    LimitError,
    ParseError,
    Place,
    Refused,
    RenderError,
    Wrong,
)
from mcctl.ampscript.nodes import (
    Assign,
    Attribute,
    Body,
    Call,
    Comparison,
    Declare,
    Evaluate,
    Expression,
    For,
    Foreign,
    If,
    Junction,
    Literal,
    Not,
    Personal,
    Print,
    Program,
    Text,
    Variable,
    Warned,
)
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Value, attribute_key, text, truth, whole

Code = Callable[[Run], None]
Evaluator = Callable[[Run], Value]
_PRINTERS = ("output", "outputline")
_LITERAL_ARGUMENT = "beginimpressionregion"
_STATUS_ARGUMENT = {
    "contentblockbyid": 4, "contentblockbykey": 4, "contentblockbyname": 4, "contentarea": 4, "contentareabyname": 4,
}  # fmt: skip
"""Functions that set a variable, and which of their arguments, from 0, is that variable."""


class Target(str):
    """The name of a variable that a function sets."""

    __slots__ = ()


def compile_program(program: Program, *, page: bool = False) -> Code:
    """Return a program as a function of a run, which prints into it.

    page: whether it is a landing page, which may use what messages may not.
    Raises Refused for a function that is not there or may not be used, ParseError for a wrong number of arguments.
    """
    with paused():
        return _Compiler(program, page).body(program.body)


class _Compiler:
    def __init__(self, program: Program, page: bool) -> None:
        self._program = program
        self._page = page

    def body(self, statements: Body) -> Code:
        steps = tuple(self._statement(statement) for statement in statements)
        if len(steps) == 1:
            return steps[0]

        def run_all(run: Run) -> None:
            for step in steps:
                step(run)

        return run_all

    def _statement(self, statement: Any) -> Code:
        compiled: Code = getattr(self, f"_{type(statement).__name__.lower()}")(statement)
        return compiled

    def _text(self, node: Text) -> Code:
        printed = node.text
        return lambda run: run.write(printed)

    def _personal(self, node: Personal) -> Code:
        name, source, place = node.name, node.source, self._program.place(node.at)
        warned = Warned(f"{source} is no attribute that is known here", place)

        def personal(run: Run) -> None:
            value = run.attribute(name)
            if value is None and not run.knows(name):
                run.warn(warned)
                run.write("" if run.person.blank else source)
            else:
                run.write(text(value))

        return personal

    def _foreign(self, node: Foreign) -> Code:
        place = self._program.place(node.at)
        warned = Warned(f"{node.language} is not rendered", place)
        shown = node.source if node.source.startswith("{") else f"[not rendered: {node.language}, {place}]"

        def foreign(run: Run) -> None:
            run.unrendered.append(warned)
            run.write(shown)

        return foreign

    def _print(self, node: Print) -> Code:
        if isinstance(node.value, Call) and node.value.name.lower() in _PRINTERS:
            return self._inline_printer(node.value)
        evaluate = self._expression(node.value)
        return lambda run: run.write(text(evaluate(run)))

    def _evaluate(self, node: Evaluate) -> Code:
        evaluate = self._expression(node.value)
        return lambda run: _drop(evaluate(run))

    def _declare(self, node: Declare) -> Code:
        names, place = node.names, self._program.place(node.at)

        def declare(run: Run) -> None:
            for name in names:
                _set(run, name, None, place)

        return declare

    def _assign(self, node: Assign) -> Code:
        name, evaluate, place = node.name, self._expression(node.value), self._program.place(node.at)
        return lambda run: _set(run, name, evaluate(run), place)

    def _if(self, node: If) -> Code:
        branches = [(self._condition(condition, node.at), self.body(body)) for condition, body in node.branches]
        otherwise = self.body(node.otherwise)

        def choose(run: Run) -> None:
            for condition, body in branches:
                if condition(run):
                    return body(run)
            return otherwise(run)

        return choose

    def _for(self, node: For) -> Code:
        counter, step, place = node.counter, node.step, self._program.place(node.at)
        start, end, body = self._expression(node.start), self._expression(node.end), self.body(node.body)

        def loop(run: Run) -> None:
            first, last = _bound(start(run), place), _bound(end(run), place)
            if counter in run.counters:
                raise RenderError(f"{counter} already counts a loop around this one", place)
            run.counters.add(counter)
            for number in range(first, last + step, step):
                try:
                    run.turn()
                except LimitError as error:
                    error.place = place
                    raise
                run.variables[counter] = number
                body(run)
            run.counters.discard(counter)

        return loop

    def _expression(self, node: Expression) -> Evaluator:
        if isinstance(node, Literal):
            value = node.value
            return lambda _run: value
        if isinstance(node, Variable):
            name = node.name
            return lambda run: run.variables.get(name)
        if isinstance(node, Attribute):
            return self._attribute(node)
        if isinstance(node, Call):
            return self._call(node)
        return self._condition(node, 0)

    def _attribute(self, node: Attribute) -> Evaluator:
        name = attribute_key(node.name)
        warned = Warned(f"{node.name} is no attribute that is known here", self._program.place(node.at))

        def attribute(run: Run) -> Value:
            value = run.attribute(name)
            if value is None and not run.knows(name):
                run.warn(warned)
                return ""
            return value

        return attribute

    def _condition(self, node: Expression, at: int) -> Callable[[Run], bool]:
        if isinstance(node, Comparison):
            return self._comparison(node)
        if isinstance(node, Junction):
            operands = tuple(self._condition(one, at) for one in node.operands)
            if node.word == "and":
                return lambda run: all(operand(run) for operand in operands)
            return lambda run: any(operand(run) for operand in operands)
        if isinstance(node, Not):
            operand = self._condition(node.operand, at)
            return lambda run: not operand(run)
        return self._truth(node, at)

    def _comparison(self, node: Comparison) -> Callable[[Run], bool]:
        operator, left, right = node.operator, self._expression(node.left), self._expression(node.right)
        return lambda run: compare(operator, left(run), right(run), run.person.now)

    def _truth(self, node: Expression, at: int) -> Callable[[Run], bool]:
        evaluate = self._expression(node)
        place = self._program.place(getattr(node, "at", at))

        def condition(run: Run) -> bool:
            try:
                return truth(evaluate(run))
            except Wrong as error:
                raise RenderError(str(error), place) from None

        return condition

    def _call(self, node: Call) -> Evaluator:
        lowered, place = node.name.lower(), self._program.place(node.at)
        function = self._checked(node, place)
        if lowered == "iif":
            return self._choice(node)
        if lowered in _PRINTERS:
            return self._printer(node)
        args = self._args(node, lowered)
        if not function.home:
            return lambda run: _external(run, function.name, [one(run) for one in args], place)
        implementation = import_module(f"mcctl.ampscript.functions.{function.home}").FUNCTIONS[lowered]
        return _placed(_giving(implementation, args), function.name, place)

    def _args(self, node: Call, lowered: str) -> tuple[Evaluator, ...]:
        args = [self._argument(one) for one in node.args]
        status = _STATUS_ARGUMENT.get(lowered)
        if status is not None and status < len(args):
            variable = node.args[status]
            name = Target(variable.name) if isinstance(variable, Variable) else None
            args[status] = lambda _run: name
        return tuple(args)

    def _argument(self, node: Expression) -> Evaluator:
        if isinstance(node, Call) and node.name.lower() in _PRINTERS:
            raise ParseError(f"{node.name} cannot stand inside another call", self._program.place(node.at))
        return self._expression(node)

    def _checked(self, node: Call, place: Place) -> Function:
        function = functions().get(node.name.lower())
        if function is None:
            raise Refused(f"There is no function {node.name}", place, UNKNOWN_FUNCTION)
        if function.refusal and not self._page:
            raise Refused(f"{function.name} cannot be used in messages, only in landing pages", place, function.refusal)
        given = len(node.args)
        if given < function.least or (function.most is not None and given > function.most):
            raise ParseError(f"{function.name} takes {_number_of_arguments(function)}, not {given}", place)
        if node.name.lower() == _LITERAL_ARGUMENT and not isinstance(node.args[0], Literal):
            raise ParseError(f"{function.name} takes a name as it stands, no variable and no call", place)
        return function

    def _choice(self, node: Call) -> Evaluator:
        """IIf: only one of the two values is worked out, and only a real true chooses the first."""
        condition, first, second = (self._expression(one) for one in node.args)
        return lambda run: first(run) if condition(run) is True else second(run)

    def _printer(self, node: Call) -> Evaluator:
        """Output and OutputLine: what calls give is printed, everything else is dropped."""
        ending = "\r\n" if node.name.lower() == "outputline" else ""
        evaluators = tuple(self._argument(one) for one in node.args)
        calls = tuple(one for one, arg in zip(evaluators, node.args, strict=True) if isinstance(arg, Call))

        def output(run: Run) -> Value:
            for call in calls:
                run.write(text(call(run)))
            if ending:
                run.write(ending)
            return None

        return output

    def _inline_printer(self, node: Call) -> Code:
        place = self._program.place(node.at)
        self._checked(node, place)
        if node.name.lower() == "output" and not self._page:
            raise Refused("Output cannot be used inline in messages; write v", place, UNKNOWN_FUNCTION)
        output = self._printer(node)
        return lambda run: _drop(output(run))


def _giving(function: Callable[..., Value], args: tuple[Evaluator, ...]) -> Evaluator:
    """Return what calls a function with its arguments worked out. Few arguments are the rule, and go without a list."""
    if len(args) == 1:
        (only,) = args
        return lambda run: function(run, only(run))
    if len(args) == 2:
        first, second = args
        return lambda run: function(run, first(run), second(run))
    return lambda run: function(run, *[one(run) for one in args])


def _placed(give: Evaluator, name: str, place: Place) -> Evaluator:
    """Return a call whose errors tell the function and the place."""

    def call(run: Run) -> Value:
        try:
            run.step()
            return give(run)
        except Wrong as error:
            raise RenderError(f"{name}: {error}", place) from None
        except ArithmeticError:
            raise RenderError(f"{name}: A number or a date is beyond all bounds", place) from None
        except UnicodeError:
            raise RenderError(f"{name}: A text holds half a character", place) from None
        except AmpscriptError as error:
            error.place = error.place or place
            raise

    return call


def _drop(_value: Value) -> None:
    """Do nothing with a value."""


def _set(run: Run, name: str, value: Value, place: Place) -> None:
    if name in run.counters:
        raise RenderError(f"{name} counts a loop; inside the loop it cannot be declared or set", place)
    run.set(name, value)


def _bound(value: Value, place: Place) -> int:
    try:
        return whole(value, "The bound of a loop")
    except Wrong as error:
        raise RenderError(str(error), place) from None


def _external(run: Run, name: str, args: list[Value], place: Place) -> Value:
    run.step()
    try:
        return run.stubs(run, name, args)
    except AmpscriptError as error:
        error.place = error.place or place
        raise


def _number_of_arguments(function: Function) -> str:
    least, most = function.least, function.most
    if most is None:
        return f"{least} arguments or more"
    if least == most:
        return f"{least} argument{'' if least == 1 else 's'}"
    return f"{least} to {most} arguments"
