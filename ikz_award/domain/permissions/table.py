"""The permission table: action → (predicate, reason). Views, services, templates and the navigation ask the same table.

A predicate sees the actor and the `Matter`: the few facts of the thing acted on. Where the answer is no because the actor may
not even know that the thing exists, the refusal is `NotFound`, so that "not yours" and "not there" look alike.
"""

from collections.abc import Mapping

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actions import Action, Permission
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.jury import JURY_PERMISSIONS
from ikz_award.domain.permissions.matter import (
    AFTER_DECIDING,
    AFTER_SCORING,
    BEFORE_DELIBERATION,
    Matter,
    belongs,
    has_right,
    is_invited,
    may_amend,
    may_edit,
    may_inform_partners,
    may_screen,
    may_submit,
    may_withdraw,
)
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.domain.words.wording import message as _

__all__ = ["PERMISSIONS", "Action", "Permission", "is_allowed", "require"]

PERMISSIONS: Mapping[Action, Permission] = {
    Action.CHOOSE_ORGANISATION: Permission(
        lambda actor, matter: actor.is_authenticated,
        _("Um eine Kommune zu wählen, melden Sie sich bitte an."),
    ),
    Action.ADMIT_COLLEAGUE: Permission(
        lambda actor, matter: actor.is_admin or belongs(actor, matter),
        _("Wer zu einer Kommune gehört, bestätigen das Kompetenzzentrum und die Personen, die schon dazugehören."),
        is_hidden=True,
    ),
    Action.NAME_DEPUTY: Permission(
        belongs,
        _("Eine Vertretung benennt, wer zu einer Kommune gehört, unter den Personen, die auch dazugehören."),
        is_hidden=True,
    ),
    Action.CREATE_ENTRY: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.is_open_for_entries,
        _("Einen Beitrag anlegen kann, wer zu einer Kommune gehört, solange die Wettbewerbsrunde für Bewerbungen offen ist."),
    ),
    Action.VIEW_ENTRY: Permission(
        lambda actor, matter: (
            has_right(actor, matter, EntryRight.READ)
            or (actor.is_admin and matter.entry_status not in (None, EntryStatus.DRAFT))
        ),
        _(
            "Diesen Beitrag sehen nur die federführende Kommune, wen sie eingeladen hat, und, nach dem Einreichen, das "
            "Kompetenzzentrum."
        ),
        is_hidden=True,
    ),
    Action.VIEW_HISTORY: Permission(
        lambda actor, matter: has_right(actor, matter, EntryRight.READ),
        _("Frühere Fassungen sehen nur die federführende Kommune und wen sie eingeladen hat."),
        is_hidden=True,
    ),
    Action.EDIT_ENTRY: Permission(
        may_edit,
        _(
            "Dieser Beitrag ist gerade nicht zum Ändern geöffnet. Einen eingereichten öffnet bis zum Einsendeschluss „Beitrag "
            "noch einmal ändern“ auf seiner Seite, danach nur eine Nachforderung."
        ),
        needs=EntryRight.EDIT,
    ),
    Action.SUBMIT_ENTRY: Permission(
        may_submit,
        _("Der Beitrag ist bereits eingereicht, oder die Bewerbungsphase ist vorbei."),
        needs=EntryRight.SUBMIT,
    ),
    Action.WITHDRAW_ENTRY: Permission(
        may_withdraw,
        _(
            "Zurückziehen lässt sich ein eingereichter Beitrag, bis die Bewertung geschlossen wird. Ist er gerade zum Ändern "
            "geöffnet, reichen Sie ihn vorher erneut ein oder verwerfen Sie die Änderungen."
        ),
        needs=EntryRight.SUBMIT,
    ),
    Action.AMEND_ENTRY: Permission(
        may_amend,
        _("Ändern lässt sich ein eingereichter Beitrag bis zum Einsendeschluss, solange noch nicht über ihn entschieden ist."),
        needs=EntryRight.SUBMIT,
    ),
    Action.END_AMENDING: Permission(
        lambda actor, matter: has_right(actor, matter, EntryRight.SUBMIT) and matter.is_amended,
        _("Dieser Beitrag wird gerade nicht geändert."),
        needs=EntryRight.SUBMIT,
    ),
    Action.DISCARD_DRAFT: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.entry_status is EntryStatus.DRAFT,
        _(
            "Verwerfen kann nur die federführende Kommune, und nur einen Entwurf. Einen eingereichten Beitrag können Sie "
            "zurückziehen."
        ),
    ),
    Action.INFORM_PARTNERS: Permission(
        may_inform_partners,
        _("Partner werden informiert, solange der Beitrag am Wettbewerb teilnimmt."),
        needs=EntryRight.EDIT,
    ),
    Action.SHARE_ENTRY: Permission(
        belongs,
        _("Wer an einem Beitrag mitwirkt, bestimmen die Personen der federführenden Kommune."),
    ),
    Action.OVERSEE: Permission(
        lambda actor, matter: actor.is_admin,
        _("Dieser Bereich ist dem Kompetenzzentrum vorbehalten."),
        is_hidden=True,
    ),
    Action.MANAGE_ACCOUNTS: Permission(
        lambda actor, matter: actor.is_admin,
        _("Konten verwaltet das Kompetenzzentrum."),
        is_hidden=True,
    ),
    Action.SCREEN_ENTRY: Permission(
        may_screen,
        _(
            "Die Vorprüfung ist nur für eingereichte Beiträge möglich, die gerade nicht geändert werden, und nur bis zum "
            "Beginn der Bewertung."
        ),
    ),
    Action.CHANGE_PHASE: Permission(
        lambda actor, matter: actor.is_admin,
        _("Den Stand der Wettbewerbsrunde ändert nur das Kompetenzzentrum."),
    ),
    Action.EXTEND_DEADLINE: Permission(
        # In preparation, too: an edition whose dates have gone by could never be opened.
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN),
        _("Die Frist verlängert das Kompetenzzentrum, solange die Bewerbungsphase nicht geschlossen ist."),
    ),
    Action.EDIT_RULES: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN),
        _("Regeln und Grenzen ändert das Kompetenzzentrum nur, bis die Bewerbungsphase endet."),
    ),
    Action.EDIT_COUNTING: Permission(
        lambda actor, matter: actor.is_admin and not matter.has_points and matter.phase in BEFORE_DELIBERATION,
        _("Wie gezählt wird, steht fest, sobald das erste Jurymitglied Punkte vergeben hat."),
    ),
    Action.EDIT_TEXTS: Permission(
        lambda actor, matter: actor.is_admin and matter.phase not in AFTER_DECIDING,
        _("Die Texte stehen fest, sobald die Jury entschieden hat."),
    ),
    Action.EDIT_PANEL: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Die Jury besetzt das Kompetenzzentrum, bis die Bewertung geschlossen ist."),
    ),
    Action.ASSIGN: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Wer welchen Beitrag bewertet, legt das Kompetenzzentrum fest, bis die Bewertung geschlossen ist."),
    ),
    Action.STAND_IN: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (*BEFORE_DELIBERATION, Phase.DELIBERATION),
        _("Eine Vertretung setzt das Kompetenzzentrum ein, bis das Ergebnis festgestellt ist."),
    ),
    Action.END_JUROR: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (*BEFORE_DELIBERATION, Phase.DELIBERATION),
        _("Aus der Jury nimmt das Kompetenzzentrum jemanden, bis das Ergebnis festgestellt ist."),
    ),
    Action.MANAGE_JURY: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.JUDGING,
        _("Erinnern, Fristen verlängern und Bögen wieder öffnen kann das Kompetenzzentrum, solange die Bewertung läuft."),
    ),
    Action.VIEW_RANKING: Permission(
        lambda actor, matter: (actor.is_admin or actor.is_system) and matter.phase in AFTER_SCORING,
        _("Die Rangfolge ist erst sichtbar, wenn die Bewertung geschlossen ist."),
    ),
    Action.STATE_SHARES: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.is_winner and matter.phase is Phase.PUBLISHED,
        _("Angaben zur Auszahlung macht die federführende Kommune des Preisträgers, sobald das Ergebnis veröffentlicht ist."),
    ),
    Action.VIEW_PAYMENTS: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Die Auszahlung beginnt, wenn das Ergebnis veröffentlicht ist."),
    ),
    Action.RELEASE_REMARKS: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Rückmeldungen der Jury gibt das Kompetenzzentrum frei, nachdem das Ergebnis veröffentlicht ist."),
    ),
    Action.OPEN_COMPARISON: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION and not matter.is_comparison_open,
        _("Den Vergleich öffnet das Kompetenzzentrum einmal, nachdem die Bewertung geschlossen ist."),
    ),
    Action.RUN_MEETING: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Die Sitzung der Jury führt das Kompetenzzentrum, solange die Jury berät."),
    ),
    Action.RECORD_DECISION: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Entscheidungen werden festgehalten, nachdem die Bewertung geschlossen und bevor das Ergebnis festgestellt ist."),
    ),
    Action.DRAW_SHORTLIST: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _(
            "Die engere Wahl legt das Kompetenzzentrum fest, nachdem die Bewertung geschlossen und bevor das Ergebnis "
            "festgestellt ist."
        ),
    ),
    Action.UNDO_SHORTLIST: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.JUDGING, Phase.DELIBERATION),
        _("Aufheben lässt sich die engere Wahl, bis das Ergebnis festgestellt ist."),
    ),
    Action.MAKE_REPORT: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_SCORING,
        _("Der Ergebnisbericht kann erstellt werden, sobald die Bewertung geschlossen ist."),
    ),
    Action.SEAL_AS_ORGANISER: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_DECIDING,
        _("Besiegelt wird das Ergebnis, sobald es festgestellt ist."),
    ),
    **JURY_PERMISSIONS,
}


def is_allowed(actor: Actor, action: Action, matter: Matter) -> bool:
    """Whether the action and every one it lies within is allowed."""
    return _refused_by(actor, action, matter) is None


def _refused_by(actor: Actor, action: Action, matter: Matter) -> Action | None:
    """The outermost action that is not allowed."""
    permission = PERMISSIONS[action]
    outer = _refused_by(actor, permission.within, matter) if permission.within else None
    return outer or (None if permission.may(actor, matter) else action)


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


def require(actor: Actor, action: Action, matter: Matter) -> None:
    """Raise `NotFound` or `Refused` unless the table allows the action."""
    refused = _refused_by(actor, action, matter)
    if refused is None:
        return
    permission = PERMISSIONS[refused]
    refusal = NotFound if permission.is_hidden else Refused
    raise refusal(reason=refused.value, message=_reason(actor, permission, matter))


def _reason(actor: Actor, permission: Permission, matter: Matter) -> str:
    needed = permission.needs
    if needed is None or belongs(actor, matter) or not is_invited(actor, matter) or has_right(actor, matter, needed):
        return permission.reason
    # Told by what is held: who may only read is not told of handing in.
    return LACKING[needed if has_right(actor, matter, EntryRight.EDIT) else EntryRight.EDIT]
