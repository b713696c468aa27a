"""The participation rules (Teilnahmebedingungen), each a pure function of an entry's facts and the rule's parameters.

Which rules an edition turns on, how strictly and with what parameters is its data (`ActiveRule`); a new kind is a function and
a line in `RULES`. *Open*: something is missing; *violated*: what is there breaks the rule; *to check*: a person tells.

Source: the rules of participation on the organiser's pages of both editions (2021/22, 2025/26), which are not numbered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ikz_award.domain.entries.eligibility_facts import (
    EntryFacts,
    LegalForm,
    Parameter,
    ParameterKind,
    PartnerFact,
    PartnerKind,
    RuledPurpose,
    Settings,
    Verdict,
)
from ikz_award.domain.words.formats import format_plain_day
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext

Answer = tuple[Verdict, str]


@dataclass(frozen=True)
class Rule:
    """`name` is the rule in a word or two, for lists and the log; `german` as announced (default text).

    `remedy` is how an applicant puts it right, `check` the judgement.
    """

    name: str
    german: str
    remedy: str
    check: Callable[[EntryFacts, Settings], Answer]
    parameters: tuple[Parameter, ...] = ()


def _two_partners(facts: EntryFacts, settings: Settings) -> Answer:
    minimum = settings.count("minimum")
    municipal = [one for one in facts.partners if one.is_municipal and one.kind is not PartnerKind.SAVINGS_BANK]
    # Named twice is one partner; so is the lead named as its own partner.
    registered = {one.key for one in municipal if one.key} | ({facts.lead_key} if facts.lead_key else set())
    unregistered = {one.name.strip().casefold(): one.name for one in municipal if not one.key}
    count = len(registered) + len(unregistered)
    named = ngettext(
        "%(num)s kommunaler Partner von mindestens %(minimum)s",
        "%(num)s kommunale Partner von mindestens %(minimum)s",
        count,
        minimum=minimum,
    )
    behind = len(facts.members_behind - registered)
    if count < minimum and count + behind >= minimum:
        return Verdict.TO_CHECK, _(
            "Angegeben: %(named)s. Hinter den Angegebenen stehen %(behind)s weitere Kommunen als Mitglieder oder Träger; ob "
            "sie als Partner zählen, ist zu prüfen.",
            named=named,
            behind=behind,
        )
    if count < minimum:
        verdict = Verdict.VIOLATED if facts.partners else Verdict.OPEN
        return verdict, _("Angegeben: %(named)s (federführende Kommune mitgezählt).", named=named)
    if len(registered) < minimum:
        names = ", ".join(sorted(unregistered.values()))
        return Verdict.TO_CHECK, _(
            "Angegeben: %(named)s. Ohne amtlichen Schlüssel und daher zu prüfen: %(names)s.", named=named, names=names
        )
    return Verdict.FULFILLED, _("Angegeben: %(named)s.", named=named)


def _contract_after_cutoff(facts: EntryFacts, settings: Settings) -> Answer:
    cutoff = format_plain_day(settings.day("cutoff"))
    if facts.contract_date is None:
        return Verdict.OPEN, _("Das Datum des Vertrags fehlt.")
    if facts.contract_date > settings.day("cutoff"):
        return Verdict.FULFILLED, _(
            "Vertrag vom %(contract_date)s, nach dem %(cutoff)s.",
            contract_date=format_plain_day(facts.contract_date),
            cutoff=cutoff,
        )
    return Verdict.VIOLATED, _(
        "Vertrag vom %(contract_date)s, nicht nach dem %(cutoff)s.",
        contract_date=format_plain_day(facts.contract_date),
        cutoff=cutoff,
    )


def _one_entry_per_lead(facts: EntryFacts, settings: Settings) -> Answer:
    if facts.lead_key is None:
        return Verdict.TO_CHECK, _("Es ist keine federführende Kommune benannt.")
    if facts.other_entries_of_lead == 0:
        return Verdict.FULFILLED, _("Die federführende Kommune hat keinen weiteren Beitrag.")
    if facts.other_entries_of_lead == 1:
        return Verdict.VIOLATED, _("Die federführende Kommune hat noch einen Beitrag.")
    return Verdict.VIOLATED, _(
        "Die federführende Kommune hat noch %(other_entries_of_lead)s Beiträge.",
        other_entries_of_lead=facts.other_entries_of_lead,
    )


def _no_savings_banks(facts: EntryFacts, settings: Settings) -> Answer:
    if banks := _names(one for one in facts.partners if one.kind is PartnerKind.SAVINGS_BANK):
        return Verdict.VIOLATED, _("Sparkasse als Partner: %(banks)s.", banks=banks)
    if suspects := _names(one for one in facts.partners if "sparkasse" in one.name.casefold()):
        return Verdict.TO_CHECK, _("Dem Namen nach vielleicht eine Sparkasse: %(suspects)s.", suspects=suspects)
    return Verdict.FULFILLED, _("Keine Sparkasse beteiligt.")


def _municipal_control(facts: EntryFacts, settings: Settings) -> Answer:
    if facts.legal_form is None:
        return Verdict.OPEN, _("Die Rechtsform fehlt.")
    if facts.legal_form not in (LegalForm.PRIVATE, LegalForm.OTHER):
        return Verdict.FULFILLED, _("Öffentlich-rechtliche Form oder Arbeitsgemeinschaft.")
    if facts.is_municipally_controllable:
        return Verdict.FULFILLED, _("Kommunal beherrschbar nach eigener Angabe.")
    if facts.legal_form is LegalForm.OTHER:
        return Verdict.TO_CHECK, _("Andere Rechtsform: Ist sie privatrechtlich, muss sie kommunal beherrschbar sein.")
    if facts.is_municipally_controllable is None:
        return Verdict.OPEN, _("Privatrechtliche Form: Die Angabe, ob sie kommunal beherrschbar ist, fehlt.")
    return Verdict.VIOLATED, _("Privatrechtliche Form, die nach eigener Angabe nicht kommunal beherrschbar ist.")


def _chief_executive_confirmation(facts: EntryFacts, settings: Settings) -> Answer:
    if facts.lead_key is not None and settings.is_on("only_without_lead"):
        return Verdict.FULFILLED, _("Nicht nötig: Eine federführende Kommune ist benannt.")
    if RuledPurpose.CHIEF_EXECUTIVE_CONFIRMATION in facts.attachment_purposes:
        return Verdict.FULFILLED, _("Die Bestätigung liegt bei.")
    if RuledPurpose.COUNCIL_DECISION in facts.attachment_purposes:
        return Verdict.TO_CHECK, _("Ein Auszug aus der Niederschrift liegt bei; er muss die Beschlüsse aller Partner belegen.")
    return Verdict.OPEN, _("Die Bestätigung fehlt.")


def _consents(facts: EntryFacts, settings: Settings) -> Answer:
    if missing := [one.label for one in facts.consents if one.is_required and not one.is_given]:
        return Verdict.OPEN, _("Es fehlt noch: %(missing)s.", missing=_quoted(missing))
    return Verdict.FULFILLED, _("Alle nötigen Erklärungen sind abgegeben.")


def _required_answers(facts: EntryFacts, settings: Settings) -> Answer:
    if facts.unanswered:
        return Verdict.OPEN, _("Noch nicht beantwortet: %(unanswered)s.", unanswered=_quoted(facts.unanswered))
    return Verdict.FULFILLED, _("Alle Pflichtfragen sind beantwortet.")


def _text_limits(facts: EntryFacts, settings: Settings) -> Answer:
    if facts.over_long:
        parts = [
            _("„%(label)s“ (%(length)s statt höchstens %(limit)s Zeichen)", label=one.label, length=one.length, limit=one.limit)
            for one in facts.over_long
        ]
        return Verdict.VIOLATED, _("Zu lang: %(parts)s.", parts=", ".join(parts))
    return Verdict.FULFILLED, _("Alle Texte halten ihre Länge ein.")


def _names(partners: Iterable[PartnerFact]) -> str:
    return ", ".join(sorted({one.name for one in partners}))


def _quoted(labels: Sequence[str]) -> str:
    return ", ".join(_("„%(label)s“", label=label) for label in labels)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "two_partners": Rule(
            _("Kommunale Partner"),
            _("Am Beitrag sind genügend kommunale Partner beteiligt; die federführende Kommune zählt mit."),
            _("Ergänzen Sie im Schritt „Partner“ die beteiligten Kommunen."),
            _two_partners,
            (Parameter("minimum", _("Mindestzahl der kommunalen Partner"), ParameterKind.COUNT, 2),),
        ),
        "contract_after_cutoff": Rule(
            _("Vertrag nach dem Stichtag"),
            _("Die Zusammenarbeit wurde nach dem Stichtag vertraglich vereinbart."),
            _("Prüfen Sie das Datum des Vertrags im Schritt „Projekt“."),
            _contract_after_cutoff,
            (Parameter("cutoff", "Stichtag", ParameterKind.DATE),),
        ),
        "one_entry_per_lead": Rule(
            _("Ein Beitrag je Kommune"),
            _("Jede federführende Kommune reicht einen Beitrag ein; als Partner darf sie an weiteren beteiligt sein."),
            _("Ziehen Sie den anderen Beitrag zurück oder benennen Sie eine andere federführende Kommune."),
            _one_entry_per_lead,
        ),
        "no_savings_banks": Rule(
            _("Sparkassen"),
            _("Sparkassen nehmen nicht teil."),
            _("Entfernen Sie die Sparkasse im Schritt „Partner“."),
            _no_savings_banks,
        ),
        "municipal_control": Rule(
            _("Kommunale Beherrschung"),
            _("Privatrechtliche Formen sind zugelassen, wenn die Kommunen sie beherrschen können."),
            _(
                "Ergänzen Sie im Schritt „Projekt“ die Rechtsform und, wenn sie privatrechtlich ist, die Angabe zur "
                "Beherrschung."
            ),
            _municipal_control,
        ),
        "chief_executive_confirmation": Rule(
            _("Bestätigung der Verwaltungsspitze"),
            _("Die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte bestätigt die Gremienbeschlüsse aller Partner."),
            _("Laden Sie im Schritt „Anlagen“ die Bestätigung hoch; ein Auszug aus der Niederschrift genügt als Nachweis."),
            _chief_executive_confirmation,
            (Parameter("only_without_lead", _("Nur ohne federführende Kommune verlangen"), ParameterKind.FLAG, True),),
        ),
        "consents": Rule(
            _("Erklärungen"),
            _("Alle nötigen Erklärungen sind abgegeben."),
            _("Geben Sie die Erklärungen im Schritt „Prüfen und Einreichen“ ab."),
            _consents,
        ),
        "required_answers": Rule(
            _("Pflichtangaben"),
            _("Alle Pflichtfragen sind beantwortet."),
            _("Beantworten Sie die genannten Fragen."),
            _required_answers,
        ),
        "text_limits": Rule(
            _("Textlängen"),
            _("Alle Texte halten die vorgegebene Länge ein."),
            _("Kürzen Sie die genannten Texte."),
            _text_limits,
        ),
    }
)
