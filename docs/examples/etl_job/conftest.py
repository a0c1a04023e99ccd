"""`--job` chooses which of the jobs is tested."""

from importlib import import_module

import pytest


def pytest_addoption(parser):
    parser.addoption("--job", default="right", help="a module of jobs/")


@pytest.fixture
def job(request):
    return import_module(f"jobs.{request.config.getoption('--job')}")
