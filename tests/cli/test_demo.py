"""`helpdesk demo` as a program of its own: ready, talked to, and ended."""

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import Mock

import aiohttp
import pytest

from bot.cli import demo_run
from tests.cli.terminal import HELPDESK, helpdesk, program
from tests.e2e.waiting import until

READY = 40


@asynccontextmanager
async def demo(*arguments: str, **values: str) -> AsyncIterator[tuple[Process, str]]:
    """A running demo, with these variables in its environment, and the one line it printed."""
    command = [sys.executable, str(HELPDESK), "demo", "--port", "0", *arguments]
    around = {**os.environ, **values}
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, env=around)
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), READY)
        assert line, (await process.communicate())[1].decode()
        yield process, line.decode().strip()
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def answered(url: str, text: str) -> dict[str, object]:
    """Type this as the filer; the state of the page once the bot has answered."""
    async with aiohttp.ClientSession() as session:
        said = {"person": "filer", "text": text}
        async with session.post(f"{url}/page/act/say", json=said) as answer:
            assert (await answer.json())["state"] == "acknowledged"
        async with session.get(f"{url}/page/live") as live:
            async for line in live.content:
                state = json.loads(line[6:]) if line.startswith(b"data: ") else {}
                if "chat.postMessage" in str(state.get("traffic")) and state["inside"]["talk"]:
                    return dict(state)
    raise AssertionError("the line ended before the answer")


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return [one.name for one in folder.iterdir()]


@pytest.mark.parametrize("mode", ["socket", "http"])
async def test_it_says_one_line_answers_in_the_page_and_ends_by_ctrl_c(mode: str) -> None:
    async with demo("--mode", mode, "--court", "moeb") as (process, line):
        assert line.startswith("Open http://127.0.0.1:")
        assert line.endswith("(Ctrl-C ends it)")
        url = line.split()[1]
        async with aiohttp.ClientSession() as session, session.get(url) as page:
            assert "Practice workspace" in await page.text()
        state = await asyncio.wait_for(answered(url, "attorney"), 20)
        process.send_signal(signal.SIGINT)
        rest, errors = await asyncio.wait_for(process.communicate(), 20)
    talk = state["inside"]["talk"]  # type: ignore[index]
    assert (talk["state"], talk["path"]) == ("account", ["filer: attorney"])
    assert process.returncode == 0
    assert (rest, errors) == (b"", b"")


async def test_for_other_programs_the_line_is_json_and_the_database_is_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    async with demo("--json", "--court", "moeb", "--database", str(kept)) as (process, line):
        assert set(json.loads(line)) == {"url"}
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert kept.exists()


async def test_a_terminal_that_is_closed_ends_it_and_nothing_is_left_behind(tmp_path: Path) -> None:
    async with demo("--court", "moeb", TMPDIR=str(tmp_path)) as (process, _):
        assert names(tmp_path)
        process.send_signal(signal.SIGHUP)
        await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert names(tmp_path) == []


async def test_a_name_with_signs_of_an_address_in_it_is_the_name_of_the_file(tmp_path: Path) -> None:
    kept = tmp_path / "50%20 off?#.db"
    async with demo("--court", "moeb", "--database", str(kept)):
        assert kept.exists()


async def test_it_opens_the_page_in_a_browser_when_asked(tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n', encoding="utf-8")
    browser.chmod(0o700)
    async with demo("--open", "--court", "moeb", BROWSER=str(browser)) as (_, line):
        await until(lambda: opened.exists() and opened.read_text(encoding="utf-8"), "the browser was called")
    assert opened.read_text(encoding="utf-8").strip() == line.split()[1]


async def test_a_slack_of_the_environment_is_left_alone() -> None:
    elsewhere = {"HELPDESK_CLOUD": "commercial", "SLACK_BOT_TOKEN": "xoxb-real", "HELPDESK_COURT": "nowhere"}
    async with demo("--json", "--court", "moeb", **elsewhere) as (_, line):
        assert json.loads(line)["url"].startswith("http://127.0.0.1:")


def test_a_port_that_is_taken_is_a_sentence_that_names_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = program("demo", "--port", str(port))
    assert ran.status == 2
    assert f"Port {port} is taken" in ran.err
    assert "PORT=" in ran.err
    assert "Traceback" not in ran.err


def test_without_a_folder_for_what_is_thrown_away_it_says_what_to_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(demo_run, "TemporaryDirectory", Mock(side_effect=FileNotFoundError(2, "none")))
    ran = helpdesk("demo", "--port", "0", "--court", "moeb")
    assert ran.status == 2
    assert "TMPDIR" in ran.err


def test_a_court_that_is_not_there_is_named_with_those_that_are() -> None:
    ran = program("demo", "--port", "0", "--court", "nowhere")
    assert ran.status == 2
    assert "nowhere" in ran.err
    assert "moeb" in ran.err


def test_help_tells_the_options() -> None:
    assert helpdesk("demo", "--help").status == 0
