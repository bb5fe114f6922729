"""What the shipped flow says: the court page's labels in their place, plain words, and something to click."""

import re

import pytest

from bot.flow.model import Fact, Flow, Step
from bot.flow.reading_ease import grade, sentences, words
from bot.flow.resolve import resolve
from tests.flows.shipped import COURTS, library, loaded, texts

FIRST_LINE = (
    '# A state machine: a question is a state, an answer an input, "when" a guard, '
    "the checklist and each hand-over a final state."
)
COURT_PAGE = {
    "Register for an Attorney PACER Account": ("pacer.register_attorney", "register_attorney"),
    "Register for a Non-Attorney PACER Account": ("pacer.register_nonattorney", "register_nonattorney"),
    "Registering for a new PACER Account: Instructions": ("pacer.register", "register_and_stop"),
    "Upgrade Your PACER Account": ("pacer.upgrade", "upgrade"),
    "Instructions for completing an admission request": ("pacer.admission", "admission"),
    "Linking Your CM/ECF and Upgraded PACER Accounts": ("pacer.linking", "link"),
    "PACER NextGen Training": ("pacer.training", "sign_in"),
}
ON_SCREEN = {
    "register_and_stop": (
        "Send no admission or e-file request",
        "and then stop",
        "Never upgrade a shared account",
    ),
    "check_account_type": (
        "*Account Type*",
        "*Upgraded PACER Account*",
        "*Legacy PACER Account*",
        "counts more",
    ),
    "upgrade": ("*Manage My Account*", "*Upgrade*", "*Account Type*"),
    "admission": (
        "*Maintenance*",
        "*Attorney Admissions/E-File Registration*",
        "*Attorney Admissions and E-File*",
    ),
    "efile_nonattorney": ("*Maintenance*", "*Non-Attorney E-File Registration*", "*Role in Court*"),
    "wait": ("*E-File Registration/Maintenance History*", "email"),
    "find_cmecf_login": ("PACER does not have them", "by hand"),
    "link": ("by hand", "only once", "no new admission request"),
    "associate_agent": ("*Maintain Your ECF Account*", "*More User Information*", "*Find Filing Agent*"),
    "enroll_mfa": ("*Manage PACER Account*", "*Settings*", "*Manage MFA Settings*", "at login"),
}
LINK_LABELS = {
    "moeb": "Link a CM/ECF account to my PACER account",
    "nvd": "Link a CM/ECF account to my PACER account",
    "ca10": "Link my filer account to my PACER account",
}
TELLS_WHAT_TO_DO = re.compile(
    r"\*[^*]+\*|\{court\.phone\}|\{court\.link_label\}|Sign in to this court's CM/ECF"
)


def nextgen(court: str = "moeb") -> Flow:
    """The flow by the rules of one court."""
    return resolve(library(), "nextgen", court)


def step(name: str, court: str = "moeb") -> Step:
    """A step in the words of one court."""
    found = nextgen(court).step(name)
    assert found is not None
    return found


def fact(key: str, court: str = "moeb") -> Fact:
    """A fact as one court has it."""
    return {**library().facts, **library().courts[court].facts}[key]


def spoken() -> dict[str, str]:
    """Every longer text of the flow by what it is."""
    flow = nextgen()
    told = {"start": flow.start, "finish": flow.finish}
    told |= {f"{one.id} why": one.why for one in flow.questions}
    told |= {f"{one.id} ask": one.ask for one in flow.questions}
    told |= {f"{one.id} rephrase": one.rephrase for one in flow.questions}
    told |= {f"{one.id} do": one.do for court in COURTS for one in nextgen(court).steps}
    return told | {f"{one.id} because": f"{one.say} {one.because}" for one in flow.hand_overs}


def test_the_first_line_says_what_the_file_is() -> None:
    assert texts()["nextgen.yaml"].splitlines()[0] == FIRST_LINE


def test_the_shipped_files_have_no_problem_and_no_warning() -> None:
    assert loaded()[1] == ()


@pytest.mark.parametrize("label", COURT_PAGE)
def test_a_label_of_the_court_page_keeps_its_place(label: str) -> None:
    key, name = COURT_PAGE[label]
    assert fact(key).label == label
    assert key in step(name).links


def test_the_contacts_of_the_court_page_stand_at_the_end() -> None:
    assert {"{pacer.email}", "{pacer.website}"} <= set(re.findall(r"\{[^}]+\}", nextgen().finish))
    assert "{pacer.phone}" in library().says["phones"]
    assert "{court.phone}" in library().says["phones"]


@pytest.mark.parametrize("name", ON_SCREEN)
def test_a_step_names_what_stands_on_the_screen_and_its_trap(name: str) -> None:
    said = step(name).do
    assert [part for part in ON_SCREEN[name] if part not in said] == []


@pytest.mark.parametrize("court", COURTS)
def test_linking_names_the_label_of_this_kind_of_court(court: str) -> None:
    assert "*{court.link_label}*" in step("link", court).do
    assert fact("court.link_label", court).value == LINK_LABELS[court]
    assert ("*Utilities*" in step("link", court).do) == (court != "ca10")


@pytest.mark.parametrize("court", COURTS)
def test_every_step_tells_what_to_click_or_whom_to_call_in_one_to_four_sentences(court: str) -> None:
    for one in nextgen(court).steps:
        assert TELLS_WHAT_TO_DO.search(one.do), one.id
        assert 1 <= len(sentences(one.do)) <= 4, one.id
        kinds = {fact(key, court).kind for key in one.links}
        assert kinds & {"link", "phone"}, one.id


def test_every_question_has_other_words_a_reason_and_short_labels() -> None:
    for question in nextgen().questions:
        assert question.rephrase, question.id
        assert question.why, question.id
        for answer in question.answers:
            assert len(answer.label) <= 40, answer.id


def test_the_flow_reads_like_grade_six() -> None:
    assert grade(" ".join(spoken().values())) <= 6
    assert {name: grade(text) for name, text in spoken().items() if grade(text) > 8} == {}


def test_no_sentence_is_longer_than_twenty_five_words() -> None:
    told = [sentence for text in spoken().values() for sentence in sentences(text)]
    assert [sentence for sentence in told if len(words(sentence)) > 25] == []


def test_nothing_lets_a_shared_account_be_upgraded_or_linked() -> None:
    for name in ("register_attorney", "register_nonattorney", "register_and_stop"):
        assert "Never upgrade a shared account" in step(name).do
    upgrade = nextgen().step("upgrade")
    assert upgrade is not None
    assert not upgrade.when.fits({"account": "shared", "created": "after"})


def test_the_examples_reach_every_step_and_every_hand_over() -> None:
    flow = nextgen()
    assert len(flow.examples) >= 25
    shown = {name for example in flow.examples for name in example.gets}
    assert shown == {one.id for one in flow.steps}
    assert {example.hands_over for example in flow.examples} - {""} == {one.id for one in flow.hand_overs}


def test_a_warning_or_a_limit_is_said_before_staff_take_over() -> None:
    says = {one.id: one.say for one in nextgen().hand_overs}
    assert "legal" not in says["deadline_today"]
    assert "{court.phone}" in says["deadline_today"]
    assert "change your password" in says["secret_pasted"]
    assert "Do not click" in says["fake_notice"]
    assert "I can't advise on your case, on deadlines or on what to file" in says["legal_question"]
    assert "{court.phone}" in says["other_language"]


def test_only_a_filing_due_today_is_urgent_and_every_hand_over_has_a_way_back() -> None:
    assert [one.id for one in nextgen().hand_overs if one.urgent] == ["deadline_today"]
    assert [one.id for one in nextgen().hand_overs if one.no_way_back] == []
