"""Addresses: what builds one is compiled when the first is built, so that a start compiles none of the hundreds."""

from collections.abc import Callable
from functools import partial

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


class LaterRule(Rule):
    """A rule whose two builders are compiled on first use; what matches an address is there at once."""

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        compile_now = super()._compile_builder

        def build(rule: Rule, **values: object) -> tuple[str, str]:
            builder = partial(compile_now(append_unknown), rule)
            # From now on the rule calls it by itself, as it would have from the start.
            setattr(rule, "_build_unknown" if append_unknown else "_build", builder)
            return builder(**values)

        return build
