"""A pack of samples alone, put together as the juror's is."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ikz_award.reports.pack.bind import Binding
from ikz_award.reports.pack.marks import Mark
from ikz_award.reports.pack.preparing import Preparer
from ikz_award.reports.pack.wish import Ready


@dataclass(frozen=True, kw_only=True)
class Packed:
    """`pages`: where the pages of each sample are, from 0."""

    path: Path
    sources: Mapping[str, Path]
    ready: Mapping[str, Ready]
    pages: Mapping[str, range]

    def notes(self) -> dict[str, list[str]]:
        return {name: [page.note for page in one.pages] for name, one in self.ready.items() if any(p.note for p in one.pages)}


def packed(samples: Mapping[str, bytes], folder: Path) -> Packed:
    sources, ready, pages = {}, {}, {}
    marks: list[Mark] = []
    with Preparer(folder) as preparer, closing(Binding()) as binding:
        for name, data in samples.items():
            sources[name] = folder / f"{name}.source"
            sources[name].write_bytes(data)
            made = preparer.prepare(sources[name], name=f"{name}.pdf")
            if made is None:
                continue
            ready[name] = made
            source = binding.open(made.path)
            pages[name] = binding.pages_from(source, 0, len(source.pages))
            section = binding.section(name)
            binding.rest_from(source, lambda _element, section=section: section)
            marks += [
                Mark(strip=page.strip, left=f"L2-001 · {name}.pdf", note="Hinweis" if page.note else "") for page in made.pages
            ]
        binding.mark(marks, lambda page, count: f"PDF-Seite {page} von {count}")
        binding.finish(folder / "pack.pdf", title="Probe", outline=[])
    return Packed(path=folder / "pack.pdf", sources=sources, ready=ready, pages=pages)
