"""A flow of four questions, two steps and two hand-overs: small enough to know by heart."""

from bot.flow.model import Answer, Flow, HandOver, Question, Step
from bot.flow.when import Clause, When


def when(*rows: dict[str, str]) -> When:
    """`when({"account": "shared none"}, {"filed": "never"})`: any row, all of its clauses."""
    return When(
        tuple(
            tuple(Clause(question, tuple(answers.split())) for question, answers in row.items())
            for row in rows
        )
    )


def question(name: str, answers: str, rule: When | None = None) -> Question:
    """A question whose labels are its answer ids."""
    return Question(
        name, f"{name}?", tuple(Answer(answer, answer) for answer in answers.split()), when=rule or When()
    )


SMALL = Flow(
    id="small",
    title="Small",
    start="Welcome.",
    questions=(
        question("account", "own shared none"),
        question("created", "before after", when({"account": "own"})),
        question("filed", "earlier never unsure"),
        question("role", "attorney other", when({"filed": "never", "account": "own"}, {"account": "shared"})),
    ),
    steps=(
        Step("upgrade", "Upgrade.", when({"created": "before"})),
        Step("link", "Link.", when({"filed": "earlier"})),
    ),
    hand_overs=(
        HandOver("unsure", "Staff look it up.", when=when({"filed": "unsure"})),
        HandOver(
            "odd",
            "This does not fit.",
            when=when({"created": "after", "filed": "earlier"}, {"role": "other"}),
        ),
        HandOver("deadline", "Staff help at once.", heard=("due today",), urgent=True),
    ),
    fingerprint="one",
)
