"""How a result came about, as pure values: the jury, who was recused, the register of entries, the seal."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class ReportJuror:
    """A member of the jury, with the body that sent the member and the role as it is shown ("Vorsitz")."""

    name: str
    body: str
    role: str


@dataclass(frozen=True, kw_only=True)
class ReportRecusal:
    """A recorded exclusion of a juror from an entry (Befangenheit)."""

    juror: str
    entry_number: str
    recorded_at: datetime
    # Who found the juror biased; empty where the juror declared it.
    found_by: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportProcedure:
    """How many there were. `submitted` counts every entry handed in: admitted, excluded and withdrawn ones."""

    submitted: int
    admitted: int
    excluded: int
    withdrawn: int
    sheets_submitted: int
    abstentions: int
    sheets_missing: int
    recusals: tuple[ReportRecusal, ...]
    # Hints of the register that jurors have denied, and how many of them were confirmed.
    denied_hints: int = 0
    confirmed_denials: int = 0
    # A sentence for each time somebody stood in, and for each meeting.
    meetings: tuple[str, ...] = ()
    # How the jury votes: sentences.
    voting: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportRegisterRow:
    """An entry of the register, in whatever status. `status` is shown as it is; `reason` says why it was excluded."""

    number: str
    title: str
    category_name: str
    lead: str
    submitted_at: datetime
    status: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReportAppendix:
    """`rules` are the conditions of participation; `audit_head` is the newest hash of the audit chain (hex)."""

    register: tuple[ReportRegisterRow, ...]
    rules: tuple[str, ...]
    audit_head: str
    audit_length: int


@dataclass(frozen=True, kw_only=True)
class ReportSeal:
    """The sealed version the report belongs to. `envelope` is its file, `confirmed_by` who confirmed, in words and when;
    `log_length` and `log_head` are the audit log's up to its record of the sealing."""

    version: int
    sealed_at: datetime
    sha256: str
    public_key: str
    fingerprint: str
    confirmed_by: tuple[tuple[str, str, datetime], ...]
    envelope: bytes
    log_length: int
    log_head: str
