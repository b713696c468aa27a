"""The entries' part of the permission table: what the lead municipality, whom it invited and who screens may do with them."""

from typing import Any

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actions import Action, Permission
from ikz_award.domain.permissions.matter import (
    belongs,
    has_right,
    may_amend,
    may_edit,
    may_inform_partners,
    may_screen,
    may_submit,
    may_withdraw,
)
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.wording import message as _

ENTRY_PERMISSIONS: tuple[Permission[Any], ...] = (
    Permission(
        Action.CREATE_ENTRY,
        lambda actor, matter: belongs(actor, matter) and matter.is_open_for_entries,
        _("Einen Beitrag anlegen kann, wer zu einer Kommune gehört, solange die Wettbewerbsrunde für Bewerbungen offen ist."),
    ),
    Permission(
        Action.VIEW_ENTRY,
        lambda actor, matter: (
            has_right(actor, matter, EntryRight.READ) or (actor.is_admin and matter.entry_status is not EntryStatus.DRAFT)
        ),
        _(
            "Diesen Beitrag sehen nur die federführende Kommune, wen sie eingeladen hat, und, nach dem Einreichen, das "
            "Kompetenzzentrum."
        ),
        is_hidden=True,
    ),
    Permission(
        Action.VIEW_HISTORY,
        lambda actor, matter: has_right(actor, matter, EntryRight.READ),
        _("Frühere Fassungen sehen nur die federführende Kommune und wen sie eingeladen hat."),
        is_hidden=True,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.EDIT_ENTRY,
        may_edit,
        _(
            "Dieser Beitrag ist gerade nicht zum Ändern geöffnet. Einen eingereichten öffnet bis zum Einsendeschluss „Beitrag "
            "noch einmal ändern“ auf seiner Seite, danach nur eine Nachforderung."
        ),
        needs=EntryRight.EDIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.SUBMIT_ENTRY,
        may_submit,
        _("Der Beitrag ist bereits eingereicht, oder die Bewerbungsphase ist vorbei."),
        needs=EntryRight.SUBMIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.WITHDRAW_ENTRY,
        may_withdraw,
        _(
            "Zurückziehen lässt sich ein eingereichter Beitrag, bis die Bewertung geschlossen wird. Ist er gerade zum Ändern "
            "geöffnet, reichen Sie ihn vorher erneut ein oder verwerfen Sie die Änderungen."
        ),
        needs=EntryRight.SUBMIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.AMEND_ENTRY,
        may_amend,
        _("Ändern lässt sich ein eingereichter Beitrag bis zum Einsendeschluss, solange noch nicht über ihn entschieden ist."),
        needs=EntryRight.SUBMIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.END_AMENDING,
        lambda actor, matter: has_right(actor, matter, EntryRight.SUBMIT) and matter.is_amended,
        _("Dieser Beitrag wird gerade nicht geändert."),
        needs=EntryRight.SUBMIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.DISCARD_DRAFT,
        lambda actor, matter: belongs(actor, matter) and matter.entry_status is EntryStatus.DRAFT,
        _(
            "Verwerfen kann nur die federführende Kommune, und nur einen Entwurf. Einen eingereichten Beitrag können Sie "
            "zurückziehen."
        ),
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.INFORM_PARTNERS,
        may_inform_partners,
        _("Partner werden informiert, solange der Beitrag am Wettbewerb teilnimmt."),
        needs=EntryRight.EDIT,
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.SHARE_ENTRY,
        belongs,
        _("Wer an einem Beitrag mitwirkt, bestimmen die Personen der federführenden Kommune."),
        within=Action.VIEW_ENTRY,
    ),
    Permission(
        Action.SCREEN_ENTRY,
        may_screen,
        _(
            "Die Vorprüfung ist nur für eingereichte Beiträge möglich, die gerade nicht geändert werden, und nur bis zum "
            "Beginn der Bewertung."
        ),
    ),
    Permission(
        Action.STATE_SHARES,
        lambda actor, matter: belongs(actor, matter) and matter.is_winner and matter.phase is Phase.PUBLISHED,
        _("Angaben zur Auszahlung macht die federführende Kommune des Preisträgers, sobald das Ergebnis veröffentlicht ist."),
        within=Action.VIEW_ENTRY,
    ),
)
