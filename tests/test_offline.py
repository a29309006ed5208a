"""The network is refused for certain: tried in processes of their own, as it cannot be undone."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parent.parent

BEGIN = """
import socket
from burnout_check.offline import NetworkRefused, refuse_network

refuse_network()

def fetch_something():
    {attempt}

try:
    fetch_something()
except NetworkRefused as error:
    print(error)
else:
    print("not refused")
"""

ATTEMPTS = {
    "socket.socket()": "open a network socket",
    "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)": "open a network socket",
    "socket.socket(fileno=0)": "open a network socket",
    "socket.create_server(('127.0.0.1', 0))": "open a network socket",
    "socket.getaddrinfo('localhost', 80)": "look up a name",
    "socket.create_connection(('localhost', 9))": "look up a name",
    "socket.gethostbyname('localhost')": "look up a name",
    "socket.gethostbyname_ex('localhost')": "look up a name",
    "socket.gethostbyaddr('127.0.0.1')": "look up a name",
    "socket.getnameinfo(('127.0.0.1', 80), 0)": "look up a name",
    "from urllib.request import urlopen; urlopen('http://127.0.0.1/')": "open a web address",
    "from http.client import HTTPConnection; HTTPConnection('127.0.0.1').connect()": (
        "connect to a web server"
    ),
    "from smtplib import SMTP; SMTP('127.0.0.1')": "connect to a mail server",
    "from ftplib import FTP; FTP('127.0.0.1')": "connect to an FTP server",
}


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_that_an_attempt_is_refused_by_an_error_that_names_who_tried(attempt: str):
    result = run(BEGIN.format(attempt=attempt))

    assert result.stderr == ""
    assert result.stdout.startswith("__main__.fetch_something (<string>, line ")
    assert result.stdout.endswith(
        f" tried to {ATTEMPTS[attempt]}; Burnout Check never uses the network.\n"
    )


@pytest.mark.parametrize(
    ("attempt", "tried"),
    [
        ("made.bind(('127.0.0.1', 0))", "listen on the network"),
        ("made.connect(('127.0.0.1', 9))", "connect to the network"),
        ("made.connect_ex(('127.0.0.1', 9))", "connect to the network"),
        ("made.sendto(b'x', ('127.0.0.1', 9))", "send to the network"),
        ("made.sendmsg([b'x'], [], 0, ('127.0.0.1', 9))", "send to the network"),
    ],
)
def test_that_a_socket_made_beforehand_is_of_no_use(attempt: str, tried: str):
    made = "import socket\nmade = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"

    result = run(made + BEGIN.format(attempt=attempt) + "made.close()\n")

    assert f" tried to {tried}; " in result.stdout


def test_that_the_error_names_the_library_and_not_the_standard_library(tmp_path):
    (tmp_path / "chatty.py").write_text(
        "import urllib.request\ndef phone_home():\n    urllib.request.urlopen('http://127.0.0.1')\n"
    )
    attempt = f"import sys; sys.path.append({str(tmp_path)!r}); import chatty; chatty.phone_home()"

    result = run(BEGIN.format(attempt=attempt))

    assert result.stdout.startswith(f"chatty.phone_home ({tmp_path / 'chatty.py'}, line 3) tried")


@pytest.mark.skipif(sys.platform == "win32", reason="Python has no AF_UNIX on Windows")
def test_that_the_desktop_may_be_talked_to(tmp_path):
    talk = """
    server, peer = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    server.bind({path!r}); server.listen(); peer.connect({path!r})
    one, other = socket.socketpair(); one.sendall(b'hello'); print(other.recv(5))
    for each in (server, peer, one, other): each.close()
"""
    program = BEGIN.replace("    {attempt}", talk.format(path=str(tmp_path / "s")).strip("\n"))

    result = run(program)

    assert result.stderr == ""
    assert result.stdout == "b'hello'\nnot refused\n"


def test_that_asking_twice_hooks_once_and_cannot_be_undone():
    program = """
import sys
hooks = []
sys.addaudithook(lambda event, arguments: hooks.append(1) if event == "sys.addaudithook" else None)
from burnout_check.offline import refuse_network
refuse_network(); refuse_network()
print(len(hooks))
"""
    assert run(program).stdout == "1\n"


def test_that_the_module_does_not_itself_load_the_network():
    program = "import sys, burnout_check.offline; print({'socket', '_socket'} & set(sys.modules))"

    assert run(program).stdout == "set()\n"
