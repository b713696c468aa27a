"""The people of the demonstration; all names are invented."""

from dataclasses import dataclass

from ikz_award.domain.permissions.actors import PanelRole

DEMO_PASSWORD = "Rathaus-am-Markt-1822"  # noqa: S105 - printed for everyone who tries the demonstration
ORGANISER = "kompetenzzentrum@demo.example"
APPLICANT = "bewerbung@demo.example"
APPLICANT_BODY = "05554020"  # Gronau (Westf.)


@dataclass(frozen=True)
class DemoJuror:
    """An invented juror; `body`: the register key of the municipality or body the person comes from."""

    email: str
    name: str
    body: str
    role: PanelRole
    # Added to every point: jurors differ in severity.
    severity: int
    # Where the person lives or works, for bias hints.
    tie: str


JURORS = (
    DemoJuror(
        "jury.vorsitz@demo.example",
        "Ulrike Sommer",
        "Kompetenzzentrum für interkommunale Zusammenarbeit",
        PanelRole.CHAIR,
        0,
        "05315000",
    ),
    DemoJuror("jury.staedtetag@demo.example", "Bernd Keller", "Städtetag Nordrhein-Westfalen", PanelRole.MEMBER, 0, "05911000"),
    DemoJuror(
        "jury.landkreistag@demo.example",
        "Sabine Albers",
        "Landkreistag Nordrhein-Westfalen",
        PanelRole.MEMBER,
        1,
        "05558",
    ),
    DemoJuror(
        "jury.staedtebund@demo.example",
        "Jens Hartwig",
        "Städte- und Gemeindebund Nordrhein-Westfalen",
        PanelRole.MEMBER,
        0,
        "05766008",
    ),
    DemoJuror("jury.nrwbank@demo.example", "Claudia Wenzel", "NRW.BANK", PanelRole.MEMBER, -1, "05515000"),
)

# Role as shown at the start → e-mail.
DEMO_LOGINS = {
    "Kompetenzzentrum": ORGANISER,
    "Kommune (Gronau)": APPLICANT,
    "Jury, Vorsitz": JURORS[0].email,
    "Jury, Mitglied": JURORS[1].email,
}
