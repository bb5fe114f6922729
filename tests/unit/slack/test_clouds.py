"""One table of clouds: no token, answer or practice Slack reaches a place it does not belong to."""

import pytest

from bot.errors import SettingsError
from bot.slack.clouds import belongs, cloud, may_answer_at


def test_each_cloud_has_its_own_root() -> None:
    assert cloud("commercial").api == "https://slack.com/api/"
    assert cloud("gov").api == "https://slack-gov.com/api/"
    assert cloud("practice", "http://127.0.0.1:4100").api == "http://127.0.0.1:4100/api/"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("moon", ""),
        ("practice", ""),
        ("practice", "https://127.0.0.1:4100"),
        ("practice", "http://10.0.0.7:4100"),
        ("practice", "http://localhost.example:4100"),
        ("practice", "http://127.0.0.1.example:4100"),
        ("practice", "http://127.0.0.1:80@example.org/"),
        ("commercial", "http://127.0.0.1:4100"),
    ],
)
def test_a_cloud_that_makes_no_sense_is_refused(name: str, url: str) -> None:
    with pytest.raises(SettingsError):
        cloud(name, url)


@pytest.mark.parametrize(
    ("name", "url", "is_ours"),
    [
        ("commercial", "https://court.slack.com/", True),
        ("commercial", "https://court.slack-gov.com/", False),
        ("commercial", "https://notslack.com/", False),
        ("gov", "https://court.slack-gov.com/", True),
        ("gov", "https://court.slack.com/", False),
    ],
)
def test_a_token_of_another_cloud_is_noticed(name: str, url: str, is_ours: bool) -> None:
    assert belongs(cloud(name), url) is is_ours


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://hooks.slack.com/actions/T1/2/3", True),
        ("http://hooks.slack.com/actions/T1/2/3", False),
        ("https://hooks.slack-gov.com/actions/T1", False),
        ("https://hooks.slack.com.example.org/x", False),
        ("https://hooks.slack.com@example.org/x", False),
        ("https://example.org/hooks.slack.com", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_answers_go_only_to_this_clouds_own_host(url: str, allowed: bool) -> None:
    assert may_answer_at(cloud("commercial"), url) is allowed
