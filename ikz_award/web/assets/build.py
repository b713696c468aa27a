"""`python -m ikz_award.web.assets.build`, called by `make setup`: make static/built/ anew where what it depends on has changed.

Each file has a hash of its content in its name, and its compressed likenesses beside it. Files of builds before stay for a
week: a server or a page of yesterday may still ask for them.
"""

import hashlib
import json
import re
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import rjsmin
import tinycss2
from whitenoise.compress import Compressor

from ikz_award.web.assets import fonts, sources, styles
from ikz_award.web.assets.sources import BUILT, MANIFEST, PICTURES, SCRIPTS, STATIC

# What pages are painted with at once; other styles come when a page shows them.
_PRELOADED = ("Regular", "Medium", "SemiBold")
# Seconds that a file stays which no page is made with any more.
_KEPT_FOR = 7 * 24 * 60 * 60
_ADDRESS = re.compile(r"\.\./(vendor/[^\"')]+\.woff2)")


def build() -> bool:
    """Whether anything had to be made."""
    made_from, before = sources.assets_fingerprint(), _read()
    if before.get("made_from") == made_from:
        return False
    BUILT.mkdir(exist_ok=True)
    faces = _faces(before)
    files = {"style": _write("style.css", styles.stylesheet(lambda rule: _face(rule, faces)).encode())}
    for script in SCRIPTS:
        text = "\n".join(_script(file) for file in script.files)
        files[script.name] = _write(f"{script.name}.js", text.encode())
    files |= {picture: _write(Path(picture).name, (STATIC / picture).read_bytes()) for picture in PICTURES}
    fonts_at_once = [parts[0][0] for name, parts in faces["files"].items() if Path(name).stem.endswith(_PRELOADED)]
    made = {"made_from": made_from, "files": files, "fonts": fonts_at_once, "faces": faces}
    _store(MANIFEST, json.dumps(made, indent=1).encode())
    _sweep(set(_named(made)))
    return True


def _read() -> dict[str, Any]:
    """The manifest of the last build; empty where there is none, or files of it are gone."""
    try:
        manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if all((BUILT / name).is_file() for name in _named(manifest)) else {}


def _named(manifest: dict[str, Any]) -> list[str]:
    parts = manifest.get("faces", {"files": {}})["files"].values()
    return [*manifest.get("files", {}).values(), *(name for part in parts for name, _range in part)]


def _script(file: str) -> str:
    """What others have made small already stays as they made it."""
    text = (STATIC / file).read_text(encoding="utf-8")
    return text if file.endswith(".min.js") else rjsmin.jsmin(text)


def _faces(before: dict[str, Any]) -> dict[str, Any]:
    """Of each font file that the styles name: its parts as [name, unicode-range]. Kept from the last build where it can be."""
    text = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in sources.SHEETS)
    wanted = sorted(set(_ADDRESS.findall(text)))
    code = [Path(fonts.__file__), *(STATIC / name for name in wanted)]
    made_from = hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
    if before.get("faces", {}).get("made_from") == made_from:
        return before["faces"]
    with ProcessPoolExecutor() as pool:
        parts = list(pool.map(fonts.parts_of, [STATIC / name for name in wanted]))
    return {
        "made_from": made_from,
        "files": {
            name: [[_write(Path(name).name, data), fonts.unicode_range(codes)] for data, codes in part]
            for name, part in zip(wanted, parts, strict=True)
        },
    }


def _face(rule: Any, faces: dict[str, Any]) -> str:
    """An @font-face for each part of the file that the rule fetches; a face of the reader's own machine as it is."""
    text = rule.serialize()
    found = _ADDRESS.search(text)
    if not found:
        return text
    described = [one for one in tinycss2.parse_blocks_contents(rule.content) if one.type == "declaration" and one.name != "src"]
    kept = "".join(f"{one.serialize()};" for one in described)
    return "\n".join(
        f'@font-face{{{kept}src:url("{name}") format("woff2");unicode-range:{codes}}}'
        for name, codes in reversed(faces["files"][found[1]])
    )


def _write(name: str, data: bytes) -> str:
    """The file under its hashed name, compressed beside it where that helps; its name."""
    stem, _, kind = name.rpartition(".")
    hashed = f"{stem.lower()}.{hashlib.sha256(data).hexdigest()[:12]}.{kind}"
    target = BUILT / hashed
    _store(target, data)
    compressor = Compressor(quiet=True)
    if compressor.should_compress(hashed):
        compressor.compress(str(target))
    return hashed


def _store(target: Path, data: bytes) -> None:
    draft = target.with_name(f".{target.name}.draft")
    draft.write_bytes(data)
    draft.replace(target)


def _sweep(kept: set[str]) -> None:
    for path in BUILT.iterdir():
        is_old = path.stat().st_mtime < time.time() - _KEPT_FOR
        if is_old and path != MANIFEST and path.name.removesuffix(".br").removesuffix(".gz") not in kept:
            path.unlink()


def main() -> None:
    """Build styles, scripts and fonts into `static/built` where a source is newer; says so when it did."""
    if build():
        print("· styles, scripts and fonts are made", flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
