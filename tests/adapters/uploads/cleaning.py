"""What tests of cleaned office files ask of every one of them."""

import pytest
from defusedxml.ElementTree import fromstring

from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.uploads import clean_upload
from ikz_award.domain.entries.alterations import AlterationKind as Kind
from tests.adapters.uploads.office.files import parts_of


def clean(data, name="a.docx"):
    file = clean_upload(filename=name, data=data)
    for path, body in parts_of(file.data).items():
        if path.endswith((".xml", ".rels")):
            fromstring(body)  # every part is still XML
    assert not dangling(file.data), dangling(file.data)
    assert len(file.data) <= 1.2 * len(data)
    return file


def dangling(data) -> set[str]:
    """Types of parts that are not there."""
    parts = parts_of(data)
    types = fromstring(parts["[Content_Types].xml"])
    return {one.get("PartName")[1:] for one in types if one.get("PartName")} - set(parts)


def kinds(file) -> list[Kind]:
    return [one.kind for one in file.alterations]


def names(file) -> tuple[str, ...]:
    (one,) = file.alterations
    return one.names


def refusal(data, name="a.docx") -> str:
    with pytest.raises(UploadRejected) as refused:
        clean_upload(filename=name, data=data)
    return str(refused.value)
