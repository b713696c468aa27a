"""What the entry form is made of: kinds of steps, and what answers mean beyond their words."""

from enum import StrEnum


class StepKind(StrEnum):
    """What a step of the form is made of, besides its questions."""

    QUESTIONS = "questions"
    PARTNERS = "partners"
    ATTACHMENTS = "attachments"
    REVIEW = "review"


class QuestionPurpose(StrEnum):
    """What an answer means to rules, lists and reports; a question without one is just text."""

    TITLE = "title"
    CATEGORY = "category"
    SUMMARY = "summary"
    DEPARTMENT = "department"
    CONTACT_NAME = "contact_name"
    CONTACT_EMAIL = "contact_email"
    CONTACT_PHONE = "contact_phone"
    CONTRACT_DATE = "contract_date"
    LEGAL_FORM = "legal_form"
    MUNICIPALLY_CONTROLLABLE = "municipally_controllable"
