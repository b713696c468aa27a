"""Layers that can be switched off: each source's own settings, side by side in the pack.

What is off stays off in every viewer. The list of layers is left out, so that nobody is offered to switch them on.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


class Layers:
    """Gathers the settings of the sources, copied into `pdf` by then."""

    def __init__(self) -> None:
        self._groups: list[Any] = []
        self._off: list[Any] = []
        # What pdfium takes: the first other setting that says it is for viewing.
        self._off_elsewhere: list[Any] = []
        self._has_others = False
        self._automatic: list[Any] = []

    def add(self, properties: Any) -> None:
        if not isinstance(properties, Dictionary):
            return
        groups = [one for one in _listed(properties, Name.OCGs) if isinstance(one, Dictionary) and one.is_indirect]
        usual = properties.get(Name.D)
        usual = usual if isinstance(usual, Dictionary) else Dictionary()
        others = [one for one in _listed(properties, Name.Configs) if isinstance(one, Dictionary) and _is_for_viewing(one)]
        self._has_others = self._has_others or bool(others)
        self._groups += groups
        self._off += _off_in(usual, groups)
        self._off_elsewhere += _off_in(others[0] if others else usual, groups)
        self._automatic += [one for one in _listed(usual, Name.AS) if isinstance(one, Dictionary)]

    def write(self, pdf: pikepdf.Pdf) -> None:
        if not self._groups:
            return
        settings = Dictionary(BaseState=Name.ON, ON=Array(), OFF=Array(self._off), Order=Array())
        if self._automatic:
            settings.AS = Array(self._automatic)
        pdf.Root.OCProperties = Dictionary(OCGs=Array(self._groups), D=settings)
        if self._has_others:
            other = Dictionary(Intent=Name.View, BaseState=Name.ON, ON=Array(), OFF=Array(self._off_elsewhere))
            pdf.Root.OCProperties.Configs = Array([other])


def _listed(thing: Any, key: Name) -> list[Any]:
    found = thing.get(key)
    return list(found) if isinstance(found, Array) else []


def _off_in(settings: Any, groups: list[Any]) -> list[Any]:
    on = {one.objgen for one in _listed(settings, Name.ON) if isinstance(one, Dictionary)}
    off = {one.objgen for one in _listed(settings, Name.OFF) if isinstance(one, Dictionary)}
    is_off = settings.get(Name.BaseState) == Name.OFF
    return [one for one in groups if one.objgen in off or (is_off and one.objgen not in on)]


def _is_for_viewing(settings: Any) -> bool:
    intent = settings.get(Name.Intent)
    intents = list(intent) if isinstance(intent, Array) else [intent]
    return any(one in (Name.View, Name.All) for one in intents if one is not None)
