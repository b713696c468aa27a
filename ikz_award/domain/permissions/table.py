"""The permission table: action → (predicate, reason). Views, services, templates and the navigation ask the same table.

A predicate sees the actor and the matter: the few facts of the thing acted on, of the kind that the action belongs to. Where
the answer is no because the actor may not even know that the thing exists, the refusal is `NotFound`, so that "not yours" and
"not there" look alike.
"""

from collections.abc import Mapping
from typing import Any

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actions import Action, ActionOn, K, Permission
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.entries import ENTRY_PERMISSIONS
from ikz_award.domain.permissions.jury import JURY_PERMISSIONS
from ikz_award.domain.permissions.kinds import EntryMatter, Matter
from ikz_award.domain.permissions.matter import (
    AFTER_DECIDING,
    AFTER_SCORING,
    BEFORE_DELIBERATION,
    belongs,
    has_right,
    is_invited,
)
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.domain.words.wording import message as _

__all__ = ["PERMISSIONS", "Action", "Permission", "is_allowed", "require"]

_ORGANISER: tuple[Permission[Any], ...] = (
    Permission(
        Action.CHOOSE_ORGANISATION,
        lambda actor, matter: actor.is_authenticated,
        _("Um eine Kommune zu wählen, melden Sie sich bitte an."),
    ),
    Permission(
        Action.ADMIT_COLLEAGUE,
        lambda actor, matter: actor.is_admin or belongs(actor, matter),
        _("Wer zu einer Kommune gehört, bestätigen das Kompetenzzentrum und die Personen, die schon dazugehören."),
        is_hidden=True,
    ),
    Permission(
        Action.NAME_DEPUTY,
        belongs,
        _("Eine Vertretung benennt, wer zu einer Kommune gehört, unter den Personen, die auch dazugehören."),
        is_hidden=True,
    ),
    Permission(
        Action.OVERSEE,
        lambda actor, matter: actor.is_admin,
        _("Dieser Bereich ist dem Kompetenzzentrum vorbehalten."),
        is_hidden=True,
    ),
    Permission(
        Action.MANAGE_ACCOUNTS,
        lambda actor, matter: actor.is_admin,
        _("Konten verwaltet das Kompetenzzentrum."),
        is_hidden=True,
    ),
    Permission(
        Action.IMPORT_REGISTER,
        lambda actor, matter: actor.is_admin or actor.is_system,
        _("Das Verzeichnis der Kommunen erneuert das Kompetenzzentrum."),
        is_hidden=True,
    ),
    Permission(
        Action.CREATE_EDITION,
        # The system: who has the command line of the server.
        lambda actor, matter: actor.is_admin or actor.is_system,
        _("Eine Wettbewerbsrunde legt das Kompetenzzentrum an."),
        is_hidden=True,
    ),
    Permission(
        Action.EDIT_SITE,
        lambda actor, matter: actor.is_admin,
        _("Die öffentlichen Seiten bearbeitet das Kompetenzzentrum."),
        is_hidden=True,
    ),
    Permission(
        Action.CHANGE_PHASE,
        lambda actor, matter: actor.is_admin or actor.is_system,
        _("Den Stand der Wettbewerbsrunde ändert nur das Kompetenzzentrum."),
    ),
    Permission(
        Action.EXTEND_DEADLINE,
        # In preparation, too: an edition whose dates have gone by could never be opened. And after the closing, which comes by
        # itself: an outage in the last hour is made good on the next morning.
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING),
        _("Die Frist verlängert das Kompetenzzentrum, solange die Vorprüfung nicht begonnen hat."),
    ),
    Permission(
        Action.EDIT_RULES,
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN),
        _("Regeln und Grenzen ändert das Kompetenzzentrum nur, bis die Bewerbungsphase endet."),
    ),
    Permission(
        # What of them is fixed earlier, and why, says domain.phases.locks.
        Action.EDIT_NAMES,
        lambda actor, matter: actor.is_admin and matter.phase not in AFTER_DECIDING,
        _("Wie die Wettbewerbsrunde heißt, steht fest, sobald das Ergebnis festgestellt ist."),
    ),
    Permission(
        Action.EDIT_CATEGORIES,
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN),
        _("Kategorien ändert das Kompetenzzentrum nur, bis die Bewerbungsphase endet."),
    ),
    Permission(
        Action.EDIT_COUNTING,
        lambda actor, matter: actor.is_admin and not matter.has_points and matter.phase in BEFORE_DELIBERATION,
        _("Wie gezählt wird, steht fest, sobald das erste Jurymitglied Punkte vergeben hat."),
    ),
    Permission(
        Action.EDIT_TEXTS,
        lambda actor, matter: actor.is_admin and matter.phase not in AFTER_DECIDING,
        _("Die Texte stehen fest, sobald die Jury entschieden hat."),
    ),
    Permission(
        Action.EDIT_PANEL,
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Die Jury besetzt das Kompetenzzentrum, bis die Bewertung geschlossen ist."),
    ),
    Permission(
        Action.ASSIGN,
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Wer welchen Beitrag bewertet, legt das Kompetenzzentrum fest, bis die Bewertung geschlossen ist."),
    ),
    Permission(
        Action.STAND_IN,
        lambda actor, matter: actor.is_admin and matter.phase in (*BEFORE_DELIBERATION, Phase.DELIBERATION),
        _("Eine Vertretung setzt das Kompetenzzentrum ein, bis das Ergebnis festgestellt ist."),
    ),
    Permission(
        Action.END_JUROR,
        lambda actor, matter: matter.phase in (*BEFORE_DELIBERATION, Phase.DELIBERATION),
        _("Aus der Jury nimmt das Kompetenzzentrum jemanden, bis das Ergebnis festgestellt ist."),
        within=Action.OVERSEE,
    ),
    Permission(
        Action.MANAGE_JURY,
        lambda actor, matter: matter.phase is Phase.JUDGING,
        _("Erinnern, Fristen verlängern und Bögen wieder öffnen kann das Kompetenzzentrum, solange die Bewertung läuft."),
        within=Action.OVERSEE,
    ),
    Permission(
        Action.VIEW_RANKING,
        lambda actor, matter: (actor.is_admin or actor.is_system) and matter.phase in AFTER_SCORING,
        _("Die Rangfolge ist erst sichtbar, wenn die Bewertung geschlossen ist."),
    ),
    Permission(
        Action.VIEW_PAYMENTS,
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Die Auszahlung beginnt, wenn das Ergebnis veröffentlicht ist."),
    ),
    Permission(
        Action.RELEASE_REMARKS,
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Rückmeldungen der Jury gibt das Kompetenzzentrum frei, nachdem das Ergebnis veröffentlicht ist."),
    ),
    Permission(
        Action.OPEN_COMPARISON,
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION and not matter.is_comparison_open,
        _("Den Vergleich öffnet das Kompetenzzentrum einmal, nachdem die Bewertung geschlossen ist."),
    ),
    Permission(
        Action.RUN_MEETING,
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Die Sitzung der Jury führt das Kompetenzzentrum, solange die Jury berät."),
    ),
    Permission(
        Action.RECORD_DECISION,
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Entscheidungen werden festgehalten, nachdem die Bewertung geschlossen und bevor das Ergebnis festgestellt ist."),
    ),
    Permission(
        Action.DRAW_SHORTLIST,
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _(
            "Die engere Wahl legt das Kompetenzzentrum fest, nachdem die Bewertung geschlossen und bevor das Ergebnis "
            "festgestellt ist."
        ),
    ),
    Permission(
        Action.UNDO_SHORTLIST,
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.JUDGING, Phase.DELIBERATION),
        _("Aufheben lässt sich die engere Wahl, bis das Ergebnis festgestellt ist."),
    ),
    Permission(
        Action.MAKE_REPORT,
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_SCORING,
        _("Der Ergebnisbericht kann erstellt werden, sobald die Bewertung geschlossen ist."),
    ),
    Permission(
        Action.SEAL_AS_ORGANISER,
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_DECIDING,
        _("Besiegelt wird das Ergebnis, sobald es festgestellt ist."),
    ),
)

PERMISSIONS: Mapping[ActionOn[Any], Permission[Any]] = {
    one.action: one for one in (*ENTRY_PERMISSIONS, *_ORGANISER, *JURY_PERMISSIONS)
}


def is_allowed(actor: Actor, action: ActionOn[K], matter: K) -> bool:
    """Whether the action and every one it lies within is allowed."""
    return _refused_by(actor, action, matter) is None


def _refused_by(actor: Actor, action: ActionOn[K], matter: K) -> ActionOn[Any] | None:
    """The outermost action that is not allowed; a matter of another kind is nobody's to act on."""
    permission = PERMISSIONS[action]
    # Of the row's own action: templates name theirs by a plain string.
    if not isinstance(matter, permission.action.kind):
        return permission.action
    outer = _refused_by(actor, permission.within, matter) if permission.within else None
    return outer or (None if permission.may(actor, matter) else permission.action)


# What is told to somebody whose right does not reach so far.
LACKING: Mapping[EntryRight, str] = {
    EntryRight.EDIT: _(
        "Sie können diesen Beitrag lesen, aber nicht bearbeiten. Wenn Sie mitschreiben sollen, bitten Sie die federführende "
        "Kommune darum."
    ),
    EntryRight.SUBMIT: _(
        "Sie können an diesem Beitrag mitschreiben. Einreichen, ändern und zurückziehen können ihn die Personen der "
        "federführenden Kommune und wen sie auch dazu eingeladen haben."
    ),
}


def require(actor: Actor, action: ActionOn[K], matter: K) -> None:
    """Raise `NotFound` or `Refused` unless the table allows the action."""
    refused = _refused_by(actor, action, matter)
    if refused is None:
        return
    permission = PERMISSIONS[refused]
    refusal = NotFound if permission.is_hidden else Refused
    raise refusal(reason=str(refused), message=_reason(actor, permission, matter))


def _reason(actor: Actor, permission: Permission[Any], matter: Matter) -> str:
    needed = permission.needs
    if needed is None or not isinstance(matter, EntryMatter):
        return permission.reason
    if belongs(actor, matter) or not is_invited(actor, matter) or has_right(actor, matter, needed):
        return permission.reason
    # Told by what is held: who may only read is not told of handing in.
    return LACKING[needed if has_right(actor, matter, EntryRight.EDIT) else EntryRight.EDIT]
