"""What Linux must bring for Qt, and what a person is told who has to install it."""

import shutil

import pytest

import console
import system_libraries


def test_that_a_missing_library_names_its_package():
    libraries = {"libc.so.6": "libc6", "libburnout.so.0": "libburnout0"}

    assert "libburnout0" in system_libraries.missing(libraries)


def test_that_who_is_not_root_is_told_the_line_to_type(monkeypatch, programs):
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(system_libraries, "_is_root", lambda: False)

    with pytest.raises(console.CannotGoOnError) as error:
        system_libraries.install(["libegl1", "libgl1"])

    assert str(error.value).splitlines()[-1] == (
        "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    )
    assert programs == []


def test_that_root_installs_with_apt_and_says_what(monkeypatch, programs, capsys):
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(system_libraries, "_is_root", lambda: True)

    system_libraries.install(["libegl1", "libgl1"])

    assert capsys.readouterr().out == "Installing 2 system packages: libegl1 libgl1\n"
    assert [command[-1] for command in programs] == ["update", "libgl1"]


@pytest.mark.parametrize(
    ("environ", "window", "package", "needed"),
    [
        ({}, False, "libegl1", True),
        ({}, True, "libxcb-cursor0", False),
        ({"DISPLAY": ":0"}, True, "libxcb-cursor0", True),
        ({"DISPLAY": ":0"}, False, "libxcb-cursor0", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, True, "libxcb-cursor0", False),
        ({"WAYLAND_DISPLAY": "w"}, True, "libwayland-client0", True),
    ],
)
def test_that_libraries_are_asked_for_where_they_are_used(environ, window, package, needed):
    libraries = system_libraries.wanted(environ, window=window, platform="linux")

    assert (package in libraries.values()) == needed
    assert system_libraries.wanted(environ, window=window, platform="darwin") == {}


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_that_a_display_is_known_by_the_environment(environ, platform, expected):
    assert system_libraries.has_display(environ, platform=platform) == expected
