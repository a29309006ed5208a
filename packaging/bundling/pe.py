"""Which libraries a Windows program asks for, read from its import tables."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from bundling.authenticode import programs_in

# What Windows 10 1903 and later bring, of what the bundle asks for. Anything else must be in it.
_WINDOWS = (
    "advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 cfgmgr32 combase d2d1 "
    "d3d11 d3d12 d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi "
    "kernel32 mpr msvcrt mscms ncrypt netapi32 normaliz ntdll ole32 oleaut32 opengl32 "
    "powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase "
    "uiautomationcore user32 userenv usp10 uxtheme version winhttp winmm winspool ws2_32 "
    "wtsapi32 "
)

# The usual import table, and the one for libraries that are loaded when first used: where each
# is in the optional header, the size of its entries, where in an entry the name is.
_TABLES = ((1, 20, 12), (13, 32, 4))


def imports(content: bytes) -> Iterator[str]:
    """The file names of the libraries that a program asks for, in lower case."""
    start = struct.unpack_from("<I", content, 0x3C)[0] if content[:2] == b"MZ" else 0
    if content[start : start + 4] != b"PE\0\0":
        return
    count, size = (struct.unpack_from("<H", content, start + at)[0] for at in (6, 20))
    header = start + 24
    is_64_bit = struct.unpack_from("<H", content, header)[0] == 0x20B
    directories = header + (112 if is_64_bit else 96)
    sections = [
        struct.unpack_from("<IIII", content, header + size + 40 * number + 8)
        for number in range(count)
    ]

    def offset(address: int) -> int:
        found: int = next(
            address - virtual + raw
            for length, virtual, raw_length, raw in sections
            if virtual <= address < virtual + max(length, raw_length)
        )
        return found

    for table, width, name_at in _TABLES:
        address = struct.unpack_from("<I", content, directories + 8 * table)[0]
        entry = offset(address) if address else None
        while entry is not None:
            name = struct.unpack_from("<I", content, entry + name_at)[0]
            if not name:
                break
            begin = offset(name)
            yield content[begin : content.index(b"\0", begin)].decode("ascii").lower()
            entry += width


def missing(folder: Path) -> dict[str, list[str]]:
    """Libraries that are neither in ``folder`` nor part of Windows, with who asks for them."""
    files = programs_in(folder)
    there = {file.name.lower() for file in files}
    of_windows = set(_WINDOWS.split())
    found: dict[str, list[str]] = {}
    for file in files:
        for name in imports(file.read_bytes()):
            stem = name.rpartition(".")[0]
            if name in there or stem in of_windows or name.startswith(("api-ms-win-", "ext-ms-")):
                continue
            found.setdefault(name, []).append(file.name)
    return found


def who_asks_for(folder: Path, library: str) -> list[str]:
    """The programs in ``folder`` that ask for a library, as ws2_32.dll, by name."""
    return [file.name for file in programs_in(folder) if library in imports(file.read_bytes())]
