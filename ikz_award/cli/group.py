"""The command group. A command's module is imported when the command is called: no page and no other command needs it."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click
from flask.cli import AppGroup

# Command → its module in this package.
COMMANDS = {
    "backup": "backup",
    "check": "check",
    "check-migrations": "setup",
    "copy": "copying",
    "create-admin": "setup",
    "doctor": "doctor",
    "edition": "editions",
    "import-register": "setup",
    "migrate": "setup",
    "restore": "backup",
    "restore-copy": "copying",
    "result-key": "verify",
    "seed-demo": "demo",
    "serve": "serve",
    "setup": "setup",
    "verify": "verify",
    "worker": "serve",
}


class _Award(AppGroup):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            import_module(f"ikz_award.cli.{COMMANDS[cmd_name]}")
        return super().get_command(ctx, cmd_name)


award = _Award("award", help="Set up, run and check the competition.")


class LaterGroup(click.Group):
    """Stands for a group of another package until one of its commands is called."""

    def __init__(self, name: str, *, help: str, load: Callable[[], click.Group]) -> None:
        super().__init__(name, help=help)
        self._load = load

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        return self._load().make_context(info_name, args, parent, **extra)
