"""The page keeps nobody out: axe-core finds no serious fault, in any state and in any look."""

import pytest

from tests.browser.faults_of_access import serious_faults, serious_faults_in_every_look
from tests.browser.scenes import SCENES, Scene
from tests.browser.workspace import ONE_MODE, Workspace

pytestmark = ONE_MODE


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_no_state_of_the_page_has_a_serious_fault(workspace: Workspace, scene: Scene) -> None:
    scene(workspace)
    assert serious_faults_in_every_look(workspace.page) == []


def test_the_margin_has_no_serious_fault_where_it_stands_alone(workspace: Workspace) -> None:
    workspace.filer.say("viewer")
    workspace.filer.hears("Next step:")
    workspace.show("Inside")
    assert serious_faults_in_every_look(workspace.page) == []


PLANTED = (
    "document.querySelector('#filer .send').style.color = '#5f8fb0'",
    "document.querySelector('#filer .tabs button').setAttribute('role', 'tba')",
    "document.querySelector('#filer select').removeAttribute('aria-label')",
)


def test_each_fault_that_somebody_makes_is_found(workspace: Workspace) -> None:
    for found, planted in enumerate(PLANTED, start=1):
        workspace.page.evaluate(planted)
        rules = {fault.split()[0] for fault in serious_faults(workspace.page)}
        assert len(rules) >= found, f"not found: {planted}"
