"""The files a report may be made of, under their `bundle:` addresses. Nothing else is ever read while rendering."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
STYLES = ROOT / "static" / "reports"
FONTS = ROOT / "static" / "vendor" / "kern" / "fonts" / "fira-sans"
SCHEME = "bundle:"

# Below the scheme: folder → where it lies, the ending its files have, their media type.
FOLDERS = {
    "reports": (STYLES, ".css", "text/css"),
    "fonts": (FONTS, ".woff2", "font/woff2"),
}


class NotBundledError(ValueError):
    """A report asked for something outside the bundle."""


def read_bundled(url: str) -> tuple[bytes, str]:
    """The content and media type behind `bundle:reports/NAME.css` or `bundle:fonts/NAME.woff2`.

    Raises `NotBundledError` for every other address: another scheme, another folder, a path, a file that is not in the list.
    """
    folder_name, slash, name = url.removeprefix(SCHEME).partition("/")
    if not url.startswith(SCHEME) or not slash or folder_name not in FOLDERS:
        raise NotBundledError(f"not part of a report: {url[:200]}")
    folder, ending, media_type = FOLDERS[folder_name]
    # The name is looked up among the files that are there, so that no spelling of it can lead out of the folder.
    if not name.endswith(ending) or name not in {path.name for path in folder.iterdir()}:
        raise NotBundledError(f"not part of a report: {url[:200]}")
    return (folder / name).read_bytes(), media_type
