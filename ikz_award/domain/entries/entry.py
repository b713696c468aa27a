"""Facts about entries that rules, tables and forms share."""

from enum import StrEnum


class PartnerKind(StrEnum):
    """What a cooperation partner is; municipal authorities and bodies they control count as municipal partners."""

    MUNICIPALITY = "municipality"
    PUBLIC_BODY = "public_body"
    PRIVATE_CONTROLLABLE = "private_controllable"
    PRIVATE = "private"
    SAVINGS_BANK = "savings_bank"

    @property
    def is_municipal(self) -> bool:
        return self in (PartnerKind.MUNICIPALITY, PartnerKind.PUBLIC_BODY, PartnerKind.PRIVATE_CONTROLLABLE)
