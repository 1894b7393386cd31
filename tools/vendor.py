"""Renew the vendored styles, fonts and script of the web door. For maintainers; needs Node and npm.

`python3 tools/vendor.py` installs what `package-lock.json` names into a temporary folder, copies the few
files we serve, removes source map comments (the maps are not shipped, and static file storage stops on
them), adds the licence texts and writes MANIFEST.json. The result is committed: running Samenhang needs
no Node and asks no other server for anything.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess  # nosec: npm, with fixed arguments
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

HIER = Path(__file__).resolve().parent
DOEL = HIER.parent / "src/samenhang/web/static/samenhang/vendor"

COMPONENTEN = (
    ("@nl-design-system-candidate/button-css", "dist/button.css"),
    ("@nl-design-system-candidate/data-badge-css", "dist/data-badge.css"),
    ("@nl-design-system-candidate/link-css", "dist/link.css"),
    ("@nl-design-system-candidate/skip-link-css", "dist/skip-link.css"),
    ("@utrecht/alert-css", "dist/index.css"),
    ("@utrecht/breadcrumb-nav-css", "dist/index.css"),
    ("@utrecht/form-field-css", "dist/index.css"),
    ("@utrecht/form-field-description-css", "dist/index.css"),
    ("@utrecht/form-field-error-message-css", "dist/index.css"),
    ("@utrecht/form-fieldset-css", "dist/index.css"),
    ("@utrecht/form-label-css", "dist/index.css"),
    ("@utrecht/select-css", "dist/index.css"),
    ("@utrecht/table-css", "dist/index.css"),
    ("@utrecht/textarea-css", "dist/index.css"),
    ("@utrecht/textbox-css", "dist/index.css"),
)
"""Component styles, joined in this order into nlds.css. All EUPL-1.2; themes with their own licence stay out."""

LETTERS = tuple(
    f"files/noto-sans-{tekens}-{dikte}-normal.woff2"
    for tekens in ("latin", "latin-ext")
    for dikte in (400, 600)
)
LICENTIES = {"EUPL-1.2", "OFL-1.1", "0BSD"}
BRONKAART = re.compile(r"\s*(?:/\*[#@] sourceMappingURL=[^*]*\*/|//[#@] sourceMappingURL=\S*)")


@dataclass(frozen=True)
class Deel:
    """One file we serve: its name here, the packages it came from, their licence, its sha256."""

    bestand: str
    pakketten: dict[str, str]
    licentie: str
    licentietekst: str
    sha256: str


def zonder_bronkaart(tekst: str) -> str:
    """The text without references to source maps."""
    return BRONKAART.sub("", tekst).strip() + "\n"


def installeer(map_: Path) -> Path:
    """`npm ci` in a temporary folder; returns its node_modules."""
    for naam in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HIER / naam, map_ / naam)
    subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=map_, check=True)  # nosec
    return map_ / "node_modules"


def versie(modules: Path, pakket: str) -> str:
    """The version of an installed package; refuses a licence that we do not ship."""
    gegevens = json.loads((modules / pakket / "package.json").read_text())
    if gegevens["license"] not in LICENTIES:
        raise SystemExit(f"{pakket}: licentie {gegevens['license']} mag niet mee")
    return str(gegevens["version"])


def leg_neer(
    bestand: str, inhoud: bytes, pakketten: dict[str, str], licentie: str, licentietekst: str
) -> Deel:
    """Write one file and say what it is."""
    (DOEL / bestand).write_bytes(inhoud)
    return Deel(bestand, pakketten, licentie, licentietekst, hashlib.sha256(inhoud).hexdigest())


def hoofd() -> None:
    """Renew everything."""
    shutil.rmtree(DOEL, ignore_errors=True)
    DOEL.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        modules = installeer(Path(tijdelijk))
        nlds = {pakket: versie(modules, pakket) for pakket, _ in COMPONENTEN}
        stijl = "\n".join(zonder_bronkaart((modules / p / css).read_text()) for p, css in COMPONENTEN)
        htmx = (modules / "htmx.org/dist/htmx.min.js").read_text()
        delen = [
            leg_neer("nlds.css", stijl.encode(), nlds, "EUPL-1.2", "LICENSE-nlds.md"),
            leg_neer(
                "htmx.min.js",
                zonder_bronkaart(htmx).encode(),
                {"htmx.org": versie(modules, "htmx.org")},
                "0BSD",
                "LICENSE-htmx.txt",
            ),
        ]
        letter = {"@fontsource/noto-sans": versie(modules, "@fontsource/noto-sans")}
        for pad in LETTERS:
            inhoud = (modules / "@fontsource/noto-sans" / pad).read_bytes()
            delen.append(leg_neer(Path(pad).name, inhoud, letter, "OFL-1.1", "LICENSE-noto-sans.txt"))
        shutil.copy(modules / "@utrecht/alert-css/LICENSE.md", DOEL / "LICENSE-nlds.md")
        shutil.copy(modules / "htmx.org/LICENSE", DOEL / "LICENSE-htmx.txt")
        shutil.copy(modules / "@fontsource/noto-sans/LICENSE", DOEL / "LICENSE-noto-sans.txt")
    (DOEL / "MANIFEST.json").write_text(json.dumps([asdict(deel) for deel in delen], indent=2) + "\n")


if __name__ == "__main__":
    hoofd()
