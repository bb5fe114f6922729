"""A test that is left out is a failure on continuous integration."""

import pytest

from tests.house.source import ROOT

LEFT_OUT = """
import pytest

def test_left_out():
    pytest.skip("no reason")

@pytest.mark.xfail(reason="known")
def test_known_to_fail():
    assert False

def test_runs():
    pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with our rules, one skipped test, one expected to fail and one that runs."""
    pytester.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(LEFT_OUT)
    return pytester


def test_a_skip_is_a_failure_on_continuous_integration(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    project.runpytest_inprocess().assert_outcomes(passed=1, failed=2)


def test_a_skipped_module_is_a_failure_on_continuous_integration(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    project.makepyfile(test_module="import pytest\npytest.skip('none of it', allow_module_level=True)\n")
    project.runpytest_inprocess("test_module.py").assert_outcomes(errors=1)


def test_a_skip_is_a_skip_at_home(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    project.runpytest_inprocess().assert_outcomes(passed=1, skipped=1, xfailed=1)
