"""What the environment may not say."""

import pytest

from burnout_check.variables import Cleared, clear, is_near

OPENS = {
    "QT_QPA_PLATFORM": "vnc:port=5999",
    "QT_QPA_GENERIC_PLUGINS": "tuiotouch",
    "QT_PLUGIN_PATH": "/evil",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/evil",
    "QT_QPA_FONTDIR": "/evil",
    "QT_DEBUG_PLUGINS": "1",
    "QML2_IMPORT_PATH": "/evil",
    "QML_IMPORT_PATH": "/evil",
    "QTWEBENGINE_REMOTE_DEBUGGING": "9222",
    "QSG_RHI_BACKEND": "vulkan",
    "MPLCONFIGDIR": "/evil",
    "MPLBACKEND": "webagg",
    "MATPLOTLIBRC": "/evil",
    "TYPST_FONT_PATHS": "/evil",
    "TYPST_PACKAGE_PATH": "/evil",
    "SOURCE_DATE_EPOCH": "yesterday",
    "SSLKEYLOGFILE": "/evil",
    "PYTHONINSPECT": "1",
    "PYTHONBREAKPOINT": "evil.here",
    "PYTHONTZPATH": "/evil",
    "GTK_MODULES": "evil",
    "GDK_BACKEND": "broadway",
    "GIO_EXTRA_MODULES": "/evil",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus;tcp:host=192.0.2.1,port=9",
    "AT_SPI_BUS_ADDRESS": "unixexec:path=/bin/sh",
    "DISPLAY": "192.0.2.1:0",
}
HARMLESS = {
    "QT_QPA_PLATFORM": "wayland;xcb",
    "QT_QPA_PLATFORMTHEME": "gtk3",
    "QT_SCALE_FACTOR": "1.5",
    "QT_AUTO_SCREEN_SCALE_FACTOR": "1",
    "QT_SCREEN_SCALE_FACTORS": "1;2",
    "QT_FONT_DPI": "120",
    "QT_STYLE_OVERRIDE": "fusion",
    "QT_IM_MODULE": "ibus",
    "QT_ACCESSIBILITY": "1",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "QT_LOGGING_RULES": "*=false",
    "DISPLAY": ":0.0",
    "WAYLAND_DISPLAY": "wayland-0",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
    "HOME": "/home/me",
    "PATH": "/usr/bin",
    "LANG": "cy_GB.UTF-8",
    "PYTHONUTF8": "1",
    "TZ": "Europe/London",
}


@pytest.mark.parametrize("name", OPENS)
def test_that_what_opens_the_program_is_dropped_and_named_without_its_value(name):
    environ = {name: OPENS[name], "HOME": "/home/me"}
    found = clear(environ)

    assert environ == {"HOME": "/home/me"}
    assert found == Cleared(dropped=(name,))
    assert found.words == f"dropped at the start: {name}"


def test_that_what_is_harmless_or_needed_stays():
    environ = dict(HARMLESS)

    assert clear(environ) == Cleared()
    assert environ == HARMLESS
    assert Cleared().words == "nothing in it could change the program"


def test_that_what_was_obeyed_before_anybody_could_is_said():
    environ = {"LD_PRELOAD": "evil.so", "PYTHONPATH": "/evil", "PYTHONSTARTUP": "/evil"}
    found = clear(dict(environ))

    assert found == Cleared(before=("LD_PRELOAD", "PYTHONPATH", "PYTHONSTARTUP"))
    assert found.words == "obeyed before the start: LD_PRELOAD, PYTHONPATH, PYTHONSTARTUP"


@pytest.mark.parametrize(
    ("platform", "near"),
    [
        ("xcb", True),
        ("offscreen", True),
        ("windows:darkmode=2", True),
        ("Wayland", True),
        ("vnc", False),
        ("xcb;vnc:port=1", False),
        ("offscreen:configfile=/evil", False),
        ("webgl", False),
        ("", False),
    ],
)
def test_that_only_ways_to_a_screen_of_this_computer_count(platform, near):
    assert is_near(platform) is near


@pytest.mark.parametrize(
    ("display", "stays"),
    [
        (":0", True),
        ("unix:0", True),
        ("localhost:10.0", True),
        ("/private/tmp/org.xquartz:0", True),
        ("example.org:0", False),
        ("tcp/example.org:0", False),
        ("[2001:db8::1]:0", False),
    ],
)
def test_that_a_screen_on_another_computer_is_not_written_to(display, stays):
    environ = {"DISPLAY": display}
    clear(environ)

    assert ("DISPLAY" in environ) is stays
