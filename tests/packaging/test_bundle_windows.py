"""The pure parts of the bundle for Windows: pins, trimming, the runtime, signing, the installer."""

import hashlib
import struct
import tomllib
import xml.etree.ElementTree as Tree
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

import bundle_windows
from bundling import authenticode, fetching, msi, pe, pins, product, runtime, wine
from bundling.trimming import is_left_out
from burnout_check import __version__
from console import CannotGoOnError

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
NAMESPACE = "{http://schemas.microsoft.com/wix/2006/wi}"


def test_that_windows_gets_each_library_once_at_the_version_of_its_python():
    chosen = {pin.name: pin for pin in pins.chosen(pins.read_lock(LOCK), python="3.13.2")}
    lines = LOCK.splitlines()

    # numpy stands twice in the lock: below Python 3.12, and from it on.
    newer = next(line for line in lines if line.startswith("numpy==") and ">= '3.12'" in line)
    assert newer.startswith(f"numpy=={chosen['numpy'].version} ;")
    assert "pip" not in chosen
    assert all(pin.hashes for pin in chosen.values())
    assert len(chosen) == len(pins.chosen(pins.read_lock(LOCK), python="3.13.2"))


def test_that_a_file_of_another_hash_is_refused(tmp_path):
    file = tmp_path / "a.whl"
    file.write_bytes(b"one")
    fetching.check_hash(file, [hashlib.sha256(b"one").hexdigest()])

    with pytest.raises(CannotGoOnError, match=r"a\.whl is not the file that is pinned"):
        fetching.check_hash(file, [hashlib.sha256(b"two").hexdigest()])


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("PySide6/QtNetwork.pyd", True),
        ("PySide6/Qt6Network.dll", True),
        ("PySide6/Qt6Qml.dll", True),
        ("PySide6/QtQuick.pyd", True),
        ("PySide6/opengl32sw.dll", True),
        ("PySide6/plugins/tls/qschannelbackend.dll", True),
        ("PySide6/plugins/imageformats/qpdf.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("PySide6/Qt6Widgets.dll", False),
        ("PySide6/QtPrintSupport.pyd", False),
        ("PySide6/__init__.py", False),
        ("PySide6/msvcp140.dll", False),
        ("PySide6/designer.exe", True),
        ("PySide6/QtCore.pyi", True),
        ("numpy/linalg/tests/test_linalg.py", True),
        ("numpy/testing/__init__.py", False),
        ("numpy/_core/_multiarray_umath.cp313-win_amd64.pyd", False),
        ("matplotlib/mpl-data/sample_data/data.csv", True),
        ("matplotlib/mpl-data/matplotlibrc", False),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", False),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans-Bold.ttf", False),
        ("zxcvbn-4.5.0.dist-info/METADATA", False),
        ("zxcvbn-4.5.0.dist-info/RECORD", True),
        ("typst/_typst.pyd", False),
        ("sqlcipher3/_sqlite3.cp313-win_amd64.pyd", False),
    ],
)
def test_that_only_what_is_never_loaded_is_left_out(path, left_out):
    assert is_left_out(PurePosixPath(path)) is left_out


def test_that_python_imports_from_its_own_folder_only():
    # CPython's documentation, "Finding modules": with a ._pth file there is no registry, no
    # environment, no site; its lines are the whole of sys.path.
    lines = runtime.pth_text("313").split("\r\n")

    assert lines == ["python313.zip", ".", "..\\lib", "..", ""]


@pytest.mark.parametrize(("days", "warns"), [(30, False), (365, False), (366, True)])
def test_that_a_runtime_older_than_a_year_is_warned_of(days, warns):
    signed = datetime(2025, 2, 4, tzinfo=UTC)
    now = datetime.fromtimestamp(signed.timestamp() + days * 86400, tz=UTC)
    sentence = runtime.age_sentence(signed, now)

    assert ("WARNING" in sentence) is warns
    assert f"04 February 2025, {days} days ago" in sentence


# What osslsigncode 2.9 says of python313.dll of 3.13.2, cut short.
SAID = """
Signer's certificate:
\t------------------
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN=Python Software Foundation
\t\tIssuer : /C=US/O=Microsoft Corporation/CN=Microsoft ID Verified CS AOC CA 02
Countersignatures:
\tTimestamp time: Feb  4 16:34:09 2025 GMT
"""


def test_that_a_signature_says_whose_it_is_and_when_it_was_made():
    assert authenticode.parse(SAID, holds=True) == authenticode.Signature(
        holds=True,
        signer="Python Software Foundation",
        made=datetime(2025, 2, 4, 16, 34, 9, tzinfo=UTC),
    )
    assert authenticode.parse("No signature found", holds=False).signer == ""


@pytest.mark.parametrize(
    ("holds", "signer"),
    [(False, "Python Software Foundation"), (True, "Somebody Else"), (True, "")],
)
def test_that_a_runtime_of_somebody_else_is_refused(tmp_path, monkeypatch, holds, signer):
    (tmp_path / "python.exe").write_bytes(b"MZ")
    signature = authenticode.Signature(holds=holds, signer=signer, made=None)
    monkeypatch.setattr(authenticode, "read_signature", lambda *_: signature)

    with pytest.raises(CannotGoOnError, match=r"python\.exe of the Python runtime is not as"):
        authenticode.check_runtime(tmp_path, tmp_path / "roots.pem")


def test_that_the_passphrase_of_the_certificate_is_in_no_command():
    certificate = authenticode.Certificate(Path("o.p12"), Path("secret.txt"), "a time server")
    command = authenticode.signing(certificate, Path("a.msi"), Path("b.msi"), name="Burnout Check")

    assert command[command.index("-readpass") + 1] == "secret.txt"
    assert "-pass" not in command
    assert command[command.index("-ts") + 1] == "a time server"
    assert command[-4:] == ["-in", "a.msi", "-out", "b.msi"]
    assert "-add-msi-dse" in command
    bare = authenticode.Certificate(Path("o.p12"))
    assert "-ts" not in authenticode.signing(bare, Path("a.dll"), Path("b.dll"), name="x")


def installer(*names):
    files = {PurePosixPath(name): f"files/{name}" for name in names}
    return Tree.fromstring(msi.source(files))  # noqa: S314 - our own


def test_that_the_installer_is_for_all_users_and_starts_the_signed_python():
    tree = installer("README.txt", "python/pythonw.exe")
    shortcut = tree.find(f".//{NAMESPACE}Shortcut")
    whole = tree.find(f".//{NAMESPACE}Product")

    assert tree.find(f".//{NAMESPACE}Package").get("InstallScope") == "perMachine"
    assert shortcut.get("Target") == "[INSTALLDIR]python\\pythonw.exe"
    assert shortcut.get("Arguments") == "-m burnout_check"
    assert whole.get("UpgradeCode") == "67728608-20DF-4A25-AC7B-8959EA8B1E85"  # for ever
    assert whole.get("Version") == __version__
    assert tree.find(f".//{NAMESPACE}MajorUpgrade") is not None
    assert not tree.findall(f".//{NAMESPACE}CustomAction")


def test_that_each_file_is_a_component_with_the_same_code_in_every_build():
    def codes(tree):
        return {
            each.find(f"{NAMESPACE}File").get("Source"): each.get("Guid")
            for each in tree.findall(f".//{NAMESPACE}Component")
            if each.find(f"{NAMESPACE}File") is not None
        }

    one, more = (
        codes(installer("a & b.txt", "lib/x.py")),
        codes(installer("lib/x.py", "lib/z/y.py")),
    )

    assert set(one) == {"files/a & b.txt", "files/lib/x.py"}
    assert one["files/lib/x.py"] == more["files/lib/x.py"]
    tree = installer("a.txt", "lib/x.py")
    components = {each.get("Id") for each in tree.findall(f".//{NAMESPACE}Component")}
    assert components == {each.get("Id") for each in tree.findall(f".//{NAMESPACE}ComponentRef")}


@pytest.mark.parametrize("version", ["1.0", "1.0.0b1", "1.0.0.1"])
def test_that_a_version_that_windows_cannot_compare_is_refused(version):
    with pytest.raises(ValueError, match="three numbers"):
        msi.three_numbers(version)


def test_that_the_version_is_the_one_that_is_typed_once():
    assert product.version() == __version__


def library(*names, exporting=()):
    """A 64-bit Windows library of one section that asks for libraries and has functions.

    Laid out by hand after the PE format: the DOS head leads to the PE head at 0x40; the optional
    header of 0xF0 bytes begins at 0x58, its table of directories 112 bytes on; the one section
    head at 0x148 says that address 0x1000 is the file's 0x200.
    """
    content = bytearray(0x1000)
    content[:2] = b"MZ"
    struct.pack_into("<I", content, 0x3C, 0x40)
    content[0x40:0x44] = b"PE\0\0"
    struct.pack_into("<HH", content, 0x44, 0x8664, 1)
    struct.pack_into("<H", content, 0x40 + 20, 0xF0)
    struct.pack_into("<H", content, 0x58, 0x20B)
    struct.pack_into("<8sIIII", content, 0x148, b".text", 0xE00, 0x1000, 0xE00, 0x200)
    struct.pack_into("<I", content, 0x58 + 112 + 8, 0x1000)
    for at, name in enumerate(names):
        where = 0x400 + 0x40 * at
        struct.pack_into("<I", content, 0x200 + 20 * at + 12, 0x1000 + where - 0x200)
        content[where : where + len(name)] = name.encode()
    if exporting:
        struct.pack_into("<I", content, 0x58 + 112, 0x1600)  # the file's 0x800
        number = len(exporting)
        table = (5, number, number, 0x1700, 0x1740, 0x1780)
        struct.pack_into("<6I", content, 0x800 + 16, *table)
        for at, name in enumerate(exporting):
            where = 0xA00 + 0x40 * at
            struct.pack_into("<I", content, 0x940 + 4 * at, 0x1000 + where - 0x200)
            struct.pack_into("<H", content, 0x980 + 2 * at, at)
            content[where : where + len(name)] = name.encode()
    return bytes(content)


def test_that_a_library_that_is_nowhere_is_found_missing(tmp_path):
    (tmp_path / "a.pyd").write_bytes(library("KERNEL32.dll", "b.dll", "lost.dll"))
    (tmp_path / "B.DLL").write_bytes(library("api-ms-win-crt-heap-l1-1-0.dll"))

    assert pe.missing(tmp_path) == {"lost.dll": ["a.pyd"]}
    assert pe.who_asks_for(tmp_path, "kernel32.dll") == ["a.pyd"]


def test_that_the_functions_of_a_library_are_read_with_their_numbers():
    assert wine.exports(library(exporting=("creal", "cimag"))) == {"creal": 5, "cimag": 6}


def test_that_every_pin_of_the_runtime_is_a_hash():
    facts = tomllib.loads((ROOT / "packaging" / "bundle.toml").read_text(encoding="utf-8"))
    pinned = runtime.Pinned(**facts["runtime"])

    assert len(pinned.sdist_sha256) == len(pinned.archive_sha256) == 64
    assert "==" in pinned.package


def test_that_a_runtime_without_its_hash_is_asked_for_one(monkeypatch, capsys):
    monkeypatch.setattr(bundle_windows, "make_ready", lambda _: None)
    monkeypatch.setattr(bundle_windows, "python_tools", lambda _: ROOT / "tests")
    monkeypatch.setattr(bundle_windows, "_roots", lambda _: ROOT)

    assert bundle_windows.main(["--runtime", "python.zip"]) == 1
    assert "--runtime-sha256" in capsys.readouterr().out
