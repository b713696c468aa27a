"""The jury's pages: whoever imports these modules has added their views to the blueprint."""

from ikz_award.blueprints.jury import (
    autosave,
    chair,
    comparison,
    declarations,
    home,
    meeting,
    notes,
    pack,
    reading,
    seal,
    table,
    ties,
)
from ikz_award.blueprints.jury.bp import bp

__all__ = [
    "autosave",
    "bp",
    "chair",
    "comparison",
    "declarations",
    "home",
    "meeting",
    "notes",
    "pack",
    "reading",
    "seal",
    "table",
    "ties",
]
