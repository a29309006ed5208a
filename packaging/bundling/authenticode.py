"""Windows programs' signatures: whose they are, whether they hold, and how to sign our own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bundling.tools import tool
from console import CannotGoOnError

PROGRAMS = frozenset({".exe", ".dll", ".pyd"})

# Who may have signed what the runtime brings: Python itself, and the C library beside it.
OF_THE_RUNTIME = ("Python Software Foundation", "Microsoft Corporation")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a file's signature says: whether it holds, who made it, and when."""

    holds: bool
    signer: str
    made: datetime | None


@dataclass(frozen=True, slots=True)
class Certificate:
    """The owner's certificate with its key (PKCS #12), the file of its passphrase, a time stamp."""

    file: Path
    passphrase_file: Path | None = None
    timestamp: str = ""


def programs_in(folder: Path) -> tuple[Path, ...]:
    """Everything in a folder that Windows runs as a program or a library, by name."""
    return tuple(file for file in sorted(folder.rglob("*")) if file.suffix.lower() in PROGRAMS)


def read_signature(file: Path, roots: Path | None) -> Signature:
    """Look at one file's signature.

    Args:
        file: a program, a library or an installer.
        roots: the root certificates to trust, as PEM; with None only the signer is read.
    """
    command = [str(tool("osslsigncode")), "verify"]
    if _knows("-ignore-crl"):
        command.append("-ignore-crl")  # revocations would need a connection
    if roots is not None:
        command += ["-CAfile", str(roots), "-TSA-CAfile", str(roots)]
    done = subprocess.run(
        [*command, "-in", str(file)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return parse(done.stdout, holds=done.returncode == 0)


def parse(said: str, *, holds: bool) -> Signature:
    """What osslsigncode said of a file."""
    signer = re.search(r"Signer #0:\s+Subject: .*?O=([^/\n]+)", said)
    common = re.search(r"Signer #0:\s+Subject: .*?CN=([^/\n]+)", said)
    stamped = re.search(r"Timestamp time: (\w+ +\d+ [\d:]+ \d{4}) GMT", said)
    made = None
    if stamped:
        made = datetime.strptime(stamped[1], "%b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    name = signer or common
    return Signature(holds=holds, signer=name[1].strip() if name else "", made=made)


def check_runtime(folder: Path, roots: Path) -> tuple[int, datetime]:
    """Hold every program of a Python runtime against its maker's signature.

    Returns:
        How many there are, and when the youngest of them was signed.

    Raises:
        CannotGoOnError: one is not signed, not as it was signed, or signed by somebody else.
    """
    made = []
    files = programs_in(folder)
    for file in files:
        signature = read_signature(file, roots)
        if not signature.holds or signature.signer not in OF_THE_RUNTIME:
            whose = signature.signer or "nobody"
            raise CannotGoOnError(
                f"{file.name} of the Python runtime is not as its maker signed it "
                f"(signed by {whose}). Do not use this runtime."
            )
        made += [signature.made] if signature.made else []
    if not made:
        raise CannotGoOnError(f"There is no signed program in {folder}.")
    return len(files), max(made)


def signing(certificate: Certificate, file: Path, signed: Path, *, name: str) -> list[str]:
    """The command that signs one file into another."""
    command = ["osslsigncode", "sign", "-pkcs12", str(certificate.file)]
    if certificate.passphrase_file is not None:  # never in the command itself, where all can see it
        command += ["-readpass", str(certificate.passphrase_file)]
    command += ["-h", "sha256", "-n", name]
    if certificate.timestamp:
        command += ["-ts", certificate.timestamp]
    if file.suffix == ".msi":
        command.append("-add-msi-dse")
    return [*command, "-in", str(file), "-out", str(signed)]


def sign(certificate: Certificate, file: Path, *, name: str) -> None:
    """Sign a file in place.

    Raises:
        CannotGoOnError: it could not be signed; the file is as it was.
    """
    signed = file.with_name(f"{file.name}.signed")
    command: Sequence[str] = signing(certificate, file, signed, name=name)
    done = subprocess.run(
        [str(tool(command[0])), *command[1:]],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        signed.unlink(missing_ok=True)
        raise CannotGoOnError(f"{file.name} could not be signed: {done.stdout}{done.stderr}")
    signed.replace(file)


def _knows(option: str) -> bool:
    """Whether this osslsigncode has an option: before 2.6 it never looked for revocations."""
    done = subprocess.run(
        [str(tool("osslsigncode")), "verify", "--help"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return option in done.stdout + done.stderr
