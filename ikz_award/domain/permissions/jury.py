"""The jury's part of the permission table: what jurors and their chair may do, and what the organiser shares with them."""

from typing import Any

from ikz_award.domain.permissions.actions import Action, Permission
from ikz_award.domain.permissions.matter import (
    AFTER_DECIDING,
    AFTER_SCORING,
    is_chair,
    is_sworn_juror,
    may_compare,
    may_compare_entry,
    may_discuss,
    may_keep_ties,
    may_list,
    may_read_as_juror,
    may_rule_on_bias,
    may_see_names,
)
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.wording import message as _

_BESIDE_SHORTLIST = _(
    "Dieser Beitrag ist nicht in der engeren Wahl. Sie können ihn und Ihren Bogen lesen, aber nichts mehr ändern. "
    "Gespeichert ist nichts."
)
_SHEETS_STAY = _("Dieser Beitrag ist nicht in der engeren Wahl: Seine Bögen bleiben, wie sie sind. Gespeichert ist nichts.")

JURY_PERMISSIONS: tuple[Permission[Any], ...] = (
    Permission(
        Action.COMPARE,
        lambda actor, matter: (actor.is_admin and matter.phase in AFTER_SCORING) or may_compare(actor, matter),
        _(
            "Die Punkte der anderen sehen Sie, sobald die Bewertung geschlossen ist und das Kompetenzzentrum den Vergleich "
            "geöffnet hat."
        ),
    ),
    Permission(
        Action.COMPARE_ENTRY, may_compare_entry, _("Diesen Beitrag gibt es hier nicht."), is_hidden=True, within=Action.COMPARE
    ),
    Permission(Action.SEE_NAMES, may_see_names, _("Die Namen der Kommunen sehen Sie, sobald der Vergleich geöffnet ist.")),
    Permission(
        Action.DISCUSS,
        may_discuss,
        _("Besprochen wird ein Beitrag, solange die Jury berät. Gespeichert ist nichts."),
        within=Action.COMPARE_ENTRY,
    ),
    Permission(
        Action.CHANGE_AFTER_COMPARISON,
        lambda actor, matter: may_discuss(actor, matter) and matter.allows_late_points,
        _("Nach dem Vergleich lassen sich Punkte in dieser Wettbewerbsrunde nicht mehr ändern. Gespeichert ist nichts."),
        within=Action.COMPARE_ENTRY,
    ),
    Permission(
        Action.CHANGE_SHORTLISTED,
        lambda actor, matter: not matter.is_left_out,
        _BESIDE_SHORTLIST,
        within=Action.CHANGE_AFTER_COMPARISON,
    ),
    Permission(
        Action.ORDER_AGENDA,
        lambda actor, matter: (actor.is_admin or is_chair(actor, matter)) and matter.phase is Phase.DELIBERATION,
        _("Die Reihenfolge legen der Vorsitz und das Kompetenzzentrum fest, solange die Jury berät."),
    ),
    Permission(
        Action.VOTE,
        lambda actor, matter: is_sworn_juror(actor, matter) and matter.phase is Phase.DELIBERATION and not matter.is_recused,
        _("Abgestimmt wird, solange die Jury berät, von denen, die für den Beitrag nicht befangen sind."),
    ),
    Permission(
        Action.LEAD_JURY,
        lambda actor, matter: actor.is_admin or is_chair(actor, matter),
        _("Das sehen nur das Kompetenzzentrum und der Vorsitz der Jury."),
        is_hidden=True,
    ),
    Permission(
        Action.TRY_WEIGHTS,
        lambda actor, matter: matter.phase in AFTER_SCORING,
        _("Gewichte durchspielen können das Kompetenzzentrum und der Vorsitz der Jury, sobald die Bewertung geschlossen ist."),
        within=Action.LEAD_JURY,
    ),
    Permission(
        Action.SEAL_AS_CHAIR,
        lambda actor, matter: is_chair(actor, matter) and matter.phase in AFTER_DECIDING,
        _("Das Ergebnis bestätigt der Vorsitz der Jury, sobald es festgestellt ist."),
    ),
    Permission(
        Action.ACCEPT_CONFIDENTIALITY,
        lambda actor, matter: actor.seat(matter.edition_id) is not None,
        _("Diese Erklärung geben nur Jurymitglieder ab."),
        is_hidden=True,
    ),
    Permission(
        Action.LIST_JURY_ENTRIES,
        may_list,
        _(
            "Die Beiträge sind sichtbar, sobald die Bewertung begonnen hat und Sie die "
            "Verschwiegenheitserklärung abgegeben haben."
        ),
    ),
    Permission(Action.READ_AS_JUROR, may_read_as_juror, _("Diesen Beitrag gibt es hier nicht."), is_hidden=True),
    Permission(
        Action.DECLARE_BIAS,
        lambda actor, matter: (
            may_list(actor, matter)
            and matter.phase is Phase.JUDGING
            and matter.entry_status is EntryStatus.ADMITTED
            # What is fixed is not taken back by a recusal; who is recused does not learn of the list.
            and (matter.is_recused or not matter.is_left_out)
        ),
        _("Befangenheit wird erklärt, solange der Beitrag bewertet wird."),
    ),
    Permission(
        Action.SCORE,
        lambda actor, matter: matter.phase is Phase.JUDGING,
        _("Die Bewertung ist nicht geöffnet. Ihre Eingaben stehen noch im Formular, wurden aber nicht gespeichert."),
        within=Action.READ_AS_JUROR,
    ),
    Permission(Action.SCORE_SHORTLISTED, lambda actor, matter: not matter.is_left_out, _BESIDE_SHORTLIST, within=Action.SCORE),
    Permission(
        Action.SCORE_ASSIGNED,
        lambda actor, matter: matter.is_assigned,
        _("Dieser Beitrag ist Ihnen nicht zugewiesen. Sie können ihn lesen, aber nicht bewerten. Gespeichert ist nichts."),
        within=Action.SCORE_SHORTLISTED,
    ),
    Permission(
        Action.GIVE_POINTS,
        lambda actor, matter: not matter.has_open_hint,
        _(
            "Zu diesem Beitrag gibt es einen Hinweis auf einen möglichen Bezug. Bitte erklären Sie erst, ob Sie befangen sind; "
            "danach können Sie bewerten. Gespeichert ist noch nichts."
        ),
        within=Action.SCORE_ASSIGNED,
    ),
    Permission(Action.REOPEN_SHEET, lambda actor, matter: not matter.is_left_out, _SHEETS_STAY, within=Action.MANAGE_JURY),
    Permission(
        Action.KEEP_TIES,
        may_keep_ties,
        _("Bindungen werden geändert, solange die Bewertung nicht geschlossen ist."),
    ),
    Permission(Action.RULE_ON_BIAS, may_rule_on_bias, _("Diesen Vorgang gibt es hier nicht."), is_hidden=True),
    Permission(Action.OVERRULE_DENIAL, lambda actor, matter: not matter.is_left_out, _SHEETS_STAY, within=Action.RULE_ON_BIAS),
)
