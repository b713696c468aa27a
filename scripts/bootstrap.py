"""Make a fresh machine ready: `python3 scripts/bootstrap.py [--dev]`, called by the Makefile.

Uses the standard library only, because it runs before anything is installed. Each step leaves a stamp that names what it
was made from, so that a second run finds nothing to do and installs nothing.
"""

import argparse
import ctypes.util
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMPS = VENV / "stamps"
VENDOR = ROOT / "static" / "vendor"

# What static/vendor/ takes from the npm packages: source below node_modules/ → target below static/vendor/.
ASSETS = {
    "@kern-ux/native/dist/kern.min.css": "kern/kern.min.css",
    "@kern-ux/native/dist/fonts": "kern/fonts",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
}


def say(text: str) -> None:
    print(f"· {text}", flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=env)
    if done.returncode:
        sys.exit(f"This step failed: {' '.join(str(part) for part in command)}")


def digest(*names: str) -> str:
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def is_done(step: str, made_from: str) -> bool:
    stamp = STAMPS / step
    return stamp.is_file() and stamp.read_text() == made_from


def mark_done(step: str, made_from: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / step).write_text(made_from)


def install_packages(packages: list[str], purpose: str) -> None:
    """Install Debian packages where that is possible, else stop with the command a person has to type."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        sys.exit(f"{purpose} needs {', '.join(packages)} (Debian's names); please install them and run this again.")
    prefix: list[str] = []
    if os.geteuid() != 0:
        can_sudo = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
        if not can_sudo:
            sys.exit(f"{purpose} needs system packages. Please run this and start again:\n\n  sudo {' '.join(command)}\n")
        prefix = ["sudo", "-n"]
    say(f"{purpose}: installing {', '.join(packages)}")
    run(*prefix, "apt-get", "update", "--quiet=2")
    run(*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command[:2], "--quiet=2", *command[2:])


def make_venv() -> None:
    if (BIN / "python").exists() and is_done("venv", platform.python_version()):
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs on whatever python3 the machine has
        sys.exit(f"Python 3.11 or newer is needed; this is {platform.python_version()}.")
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"], "The virtual environment")
    say("creating the virtual environment .venv")
    run(sys.executable, "-m", "venv", "--clear", VENV)
    run(BIN / "pip", "install", "--quiet", "--require-hashes", "-r", "requirements-setup.txt")
    mark_done("venv", platform.python_version())


def install_requirements(dev: bool) -> None:
    files = ["requirements.txt", "requirements-dev.txt"] if dev else ["requirements.txt"]
    made_from = digest(*files)
    if is_done("requirements-dev" if dev else "requirements", made_from):
        return
    # Compiled once here: every job of the worker is a process of its own, and starts in half the time.
    say("installing the locked Python packages")
    arguments = [part for name in files for part in ("-r", name)]
    run(
        BIN / "uv",
        "pip",
        "install",
        "--quiet",
        "--compile-bytecode",
        "--require-hashes",
        "--python",
        BIN / "python",
        *arguments,
        env={**os.environ, "UV_LINK_MODE": "copy"},
    )
    mark_done("requirements", digest("requirements.txt"))
    if dev:
        mark_done("requirements-dev", made_from)


def find_npm() -> list[str]:
    """npm from PATH, else from the Python package that carries Node.js."""
    if npm := shutil.which("npm"):
        return [npm]
    if not is_done("npm", digest("requirements-npm.txt")):
        say("no npm on this machine: installing the Python package that carries it")
        run(
            BIN / "uv",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--python",
            BIN / "python",
            "-r",
            "requirements-npm.txt",
        )
        mark_done("npm", digest("requirements-npm.txt"))
    return [str(BIN / "npm")]


def fetch_assets() -> None:
    made_from = digest("package-lock.json", "scripts/bootstrap.py")
    if is_done("assets", made_from) and VENDOR.is_dir():
        return
    npm = find_npm()
    say("fetching the front-end packages")
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    run(*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", env={**os.environ, "PATH": path})
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in ASSETS.items():
        origin, place = ROOT / "node_modules" / source, VENDOR / target
        place.parent.mkdir(parents=True, exist_ok=True)
        if origin.is_dir():
            shutil.copytree(origin, place)
        else:
            shutil.copyfile(origin, place)
    mark_done("assets", made_from)


def build_assets() -> None:
    """Small files of styles, scripts and fonts, where their sources have changed since the last time."""
    run(BIN / "python", "-m", "ikz_award.web.assets.build")


def has_library(name: str, version: int = 0) -> bool:
    if ctypes.util.find_library(name):
        return True
    try:
        ctypes.CDLL(f"lib{name}.so.{version}")
    except OSError:
        return False
    return True


def compile_own() -> None:
    """Our own modules, too, and for environments that leave no byte code behind (containers): else each start compiles all."""
    run(BIN / "python", "-m", "compileall", "-q", "ikz_award", "config.py", "wsgi.py")


def check_system(dev: bool) -> None:
    if not has_library("pangoft2-1.0"):
        install_packages(["libpangoft2-1.0-0"], "Making PDFs (WeasyPrint)")
    if not dev:
        return
    missing = [] if has_library("atomic", 1) else ["libatomic1"]  # what drives the browser is linked against it
    if not Path("/usr/bin/chromium").exists():
        missing.append("chromium")
    if shutil.which("java") is None:
        missing.append("default-jre-headless")
    if not Path("/usr/share/java/jaxb-runtime.jar").exists():
        missing.append("libjaxb-java")
    if shutil.which("pdftoppm") is None:
        missing.append("poppler-utils")  # the second engine by which pages are compared
    if missing:
        install_packages(missing, "The tests (browser, PDF validator, second PDF engine)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what the tests need")
    dev = parser.parse_args().dev
    make_venv()
    install_requirements(dev)
    compile_own()
    fetch_assets()
    build_assets()
    check_system(dev)


if __name__ == "__main__":
    main()
