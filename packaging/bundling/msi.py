"""The Windows Installer package: for all users, into Program Files, and nothing it runs itself."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import quoteattr

from bundling import product
from bundling.tools import run, tool
from bundling.windows_folder import ICON, START

_NAMESPACE = uuid.UUID("5fb32bc0-5ca8-4e88-9ebb-af30990f7f70")

_PRODUCT = """<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="*" Name={name} Language="2057" Version={version} Manufacturer={maker}
   UpgradeCode={upgrade}>
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Platform="x64"
    Description={summary} Manufacturer={maker}/>
  <MajorUpgrade DowngradeErrorMessage="A newer version of Burnout Check is installed."/>
  <Media Id="1" Cabinet="files.cab" EmbedCab="yes"/>
  <Icon Id="{icon}" SourceFile="{icon}"/>
  <Property Id="ARPPRODUCTICON" Value="{icon}"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name={name}>
{files}
    </Directory>
   </Directory>
   <Directory Id="ProgramMenuFolder">
    <Component Id="StartMenu" Guid="{menu}" Win64="yes">
     <Shortcut Id="Start" Name={name} Description={summary} Target="[INSTALLDIR]{target}"
       Arguments="{arguments}" WorkingDirectory="INSTALLDIR" Icon="{icon}"/>
     <RegistryValue Root="HKLM" Key="Software\\Burnout Check" Name="StartMenu" Type="integer"
       Value="1" KeyPath="yes"/>
    </Component>
   </Directory>
  </Directory>
  <Feature Id="Everything" Title={name} Level="1">
   <ComponentRef Id="StartMenu"/>
{references}
  </Feature>
 </Product>
</Wix>
"""


def source(files: Mapping[PurePosixPath, str], *, version: str = "") -> str:
    """The description of the package, for wixl.

    Args:
        files: where each file goes, below the program's folder, and where it is taken from.
        version: the program's own by default; another one to try an update with.
    """
    facts = product.facts()["product"]
    listed = sorted(files)
    return _PRODUCT.format(
        name=quoteattr(facts["name"]),
        maker=quoteattr(facts["maker"]),
        upgrade=quoteattr(facts["upgrade_code"]),
        version=quoteattr(three_numbers(version or product.version())),
        summary=quoteattr(product.SUMMARY),
        icon=ICON,
        menu=_code("the start menu"),
        target=START[0],
        arguments=START[1],
        files="\n".join(_tree(listed, files, PurePosixPath())),
        references="\n".join(f'   <ComponentRef Id="{_id("C", path)}"/>' for path in listed),
    )


def make(folder: Path, file: Path, *, version: str = "") -> None:
    """Pack the folder for Windows into ``file``; wixl puts a new code in it each time."""
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        (here / "files").symlink_to(folder.resolve())  # wixl takes no absolute path
        shutil.copy(folder / ICON, here / ICON)
        paths = [each.relative_to(folder) for each in folder.rglob("*") if each.is_file()]
        taken = {PurePosixPath(path.as_posix()): f"files/{path.as_posix()}" for path in paths}
        (here / "product.wxs").write_text(source(taken, version=version), encoding="utf-8")
        command: list[str | Path] = [
            tool("wixl"),
            "-a",
            "x64",
            "-D",
            "Win64=yes",
            "-o",
            "made.msi",
            "product.wxs",
        ]
        run(command, what="Making the MSI", folder=here)
        shutil.move(here / "made.msi", file)


def three_numbers(version: str) -> str:
    """A version as Windows Installer compares it: three numbers, and nothing after them.

    Raises:
        ValueError: it has letters, or not three numbers.
    """
    numbers = version.split(".")
    if len(numbers) != 3 or not all(number.isdecimal() for number in numbers):
        raise ValueError(f"{version} cannot be an installer's version: it must be three numbers")
    return version


def _tree(
    listed: list[PurePosixPath], files: Mapping[PurePosixPath, str], folder: PurePosixPath
) -> Iterator[str]:
    depth = len(folder.parts)
    indent = " " * (5 + depth)
    inside = [path for path in listed if path.parts[:depth] == folder.parts]
    for path in inside:
        if len(path.parts) == depth + 1:
            # One for each file, under a code of its own place: the rules of Windows Installer.
            yield (
                f'{indent}<Component Id="{_id("C", path)}" Guid="{_code(path.as_posix())}" '
                f'Win64="yes"><File Id="{_id("F", path)}" Name={quoteattr(path.name)} '
                f'Source={quoteattr(files[path])} KeyPath="yes"/></Component>'
            )
    for name in sorted({path.parts[depth] for path in inside if len(path.parts) > depth + 1}):
        below = folder / name
        yield f'{indent}<Directory Id="{_id("D", below)}" Name={quoteattr(name)}>'
        yield from _tree(inside, files, below)
        yield f"{indent}</Directory>"


def _code(place: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, place)).upper()


def _id(letter: str, path: PurePosixPath) -> str:
    return letter + uuid.uuid5(_NAMESPACE, path.as_posix()).hex
