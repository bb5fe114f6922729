"""A flow of nine questions as matching sees it, with the words that a court might declare."""

from datetime import date

from bot.matching.groups import expand
from bot.matching.reader import Reader
from bot.matching.types import Match, Option, Prompt, Reading, Span

YES = ("yes", "yep", "yeah", "sure", "correct", "i do", "i have", "right", "definitely")
NO = ("no", "nope", "not yet", "i do not", "i have not", "never", "not at all")
NOT_SURE = ("not sure", "i do not know", "do not know", "no idea", "unsure", "no clue")
GROUPS = {"yes": YES, "no": NO, "not sure": NOT_SURE}
TODAY = date(2026, 11, 24)
CUT = date(2014, 8, 11)
GO_LIVE = date(2019, 7, 15)


def option(answer: str, label: str, also: str = "", span: Span | None = None) -> Option:
    phrases = [phrase.strip() for phrase in also.split(",") if phrase.strip()]
    return Option(answer, label, expand((label, *phrases), GROUPS), span)


FILER = Prompt(
    "filer",
    (
        option("attorney", "Attorney", "lawyer, counsel"),
        option("other", "Somebody else", "not an attorney, trustee, paralegal, non-attorney"),
        option("viewer", "Only view cases", "view only, just looking"),
    ),
)
KIND = Prompt(
    "kind",
    (
        option("filing_agent", "Filing agent", "paralegal, legal assistant"),
        option("trustee", "Trustee"),
        option("someone_else", "Someone else", "other"),
    ),
)
ACCOUNT = Prompt(
    "account",
    (
        option("own", "Yes, my own", "yes, own, my own, own account, my own account, i have one"),
        option("shared", "We share one", "shared, shared account, firm account"),
        option("none", "No", "no account, do not have an account, need one"),
        option("unsure", "Not sure"),
    ),
)
CREATED = Prompt(
    "created",
    (
        option("before", "Before Aug 11, 2014", "before, legacy, around 2014", Span(None, CUT)),
        option("after", "Aug 11, 2014 or later", "brand new account, just created", Span(CUT, None)),
        option("unsure", "Not sure"),
    ),
)
UPGRADED = Prompt(
    "upgraded",
    (
        option("yes", "Yes", "upgraded, already upgraded"),
        option("no", "No", "not upgraded, still legacy"),
        option("unsure", "Not sure"),
    ),
)
PRIVILEGES = Prompt(
    "privileges",
    (
        option(
            "before_golive", "Yes, before NextGen", "e-filed here before, old system", Span(None, GO_LIVE)
        ),
        option("after_golive", "Yes, since NextGen", "got it through pacer", Span(GO_LIVE, None)),
        option("never", "No, never", "never filed here, first time here"),
    ),
)
PRACTICE = Prompt(
    "practice",
    (
        option("regular", "Regular", "bar member, private practice"),
        option("pro_hac_vice", "Pro hac vice", "pro hac vice attorney, phv"),
    ),
)
LINKED = Prompt(
    "linked",
    (
        option("yes", "Yes", "linked, already linked, linked it"),
        option("no", "No", "never linked, not linked"),
        option("failed", "I tried and it failed", "it failed, linking failed"),
        option("failed_twice", "It failed twice", "failed twice, many times"),
    ),
)
OLD_LOGIN = Prompt(
    "old_login",
    (
        option("known", "I know it", "know my login"),
        option("lost", "Lost", "forgot my login, lost my login, lost my old cm/ecf login"),
    ),
)
PROMPTS = (FILER, KIND, ACCOUNT, CREATED, UPGRADED, PRIVILEGES, PRACTICE, LINKED, OLD_LOGIN)
READER = Reader(PROMPTS, YES, NO, NOT_SURE)


def read(asked: str | None, text: str, *still_open: str) -> Reading:
    """What is read when this is typed; all other questions are open unless some are named."""
    others = still_open or tuple(prompt.question for prompt in PROMPTS if prompt.question != asked)
    return READER.read(text, asked, others, TODAY)


def answers(asked: str | None, text: str, *still_open: str) -> dict[str, str]:
    """The answers read, by question; for messages that leave nothing unclear."""
    reading = read(asked, text, *still_open)
    assert reading.unclear == {}
    return {question: match.answer for question, match in reading.answers.items()}


def candidates(asked: str, text: str) -> tuple[str, ...]:
    """The answers that a message leaves possible; for messages that answer nothing."""
    reading = read(asked, text)
    assert reading.answers == {}
    return reading.unclear[asked].candidates


def match(asked: str, text: str) -> Match:
    """How the question asked was answered."""
    return read(asked, text).answers[asked]
