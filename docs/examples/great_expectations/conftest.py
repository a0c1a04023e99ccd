"""No test may reach beyond this machine; one may ask for a Postgres server."""

import ipaddress
import socket

import pytest

REACHED = []


def pytest_addoption(parser):
    parser.addoption("--postgres", help="the URL of a database to fill and check")


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch):
    connect = socket.socket.connect

    def checked(self, address):
        if isinstance(address, tuple) and not _is_here(address[0]):
            REACHED.append(address)
            message = f"{address} is not this machine"
            raise OSError(message)
        return connect(self, address)

    def looked_up(name, *rest, **more):
        if not _is_here(name):
            REACHED.append(name)
            message = f"{name} is not this machine"
            raise OSError(message)
        return look_up(name, *rest, **more)

    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", checked)
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    yield
    assert REACHED == []


def _is_here(name):
    if name in (None, "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
