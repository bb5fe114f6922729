"""Every exception the bot raises, as one tree.

    BotError
      SettingsError          an environment variable is missing or makes no sense
      FlowError              the flow files cannot be used; carries the problems
      ConversationError      a conversation cannot take this turn
        SavedElsewhere       somebody saved it first: run the turn again
        Unreadable           what is stored of it makes no sense: set it aside
      CaseError              a case refuses what staff asked for
        AlreadyClaimed       somebody else has the case
        NotYours             only the owner of the case may do this
        CaseClosed           the case is closed
      StorageError           the database said no
      SurfaceError           the place where people talk to us said no
        TryLater             a limit was met: wait the seconds it names
        Refused              it named a reason and will not change its mind
        OutcomeUnknown       the call may or may not have taken effect: look before repeating it

What a filer types is never an exception: it is an answer we did not hear, and a kind sentence.
`advice` tells an operator or a clerk what to do; it is never shown to a filer.
"""


class BotError(Exception):
    """Base of every error here; catch it where a program must go on whatever part failed.

    `message` says what is wrong in one sentence; `advice` what to do about it, empty when nothing helps.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        """Keep the sentence and the advice apart, so that each surface can show them its own way."""
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        """The sentence, then the advice if there is any."""
        return f"{self.message} {self.advice}".rstrip()


class SettingsError(BotError):
    """An environment variable is missing or makes no sense; the program cannot start."""


class FlowError(BotError):
    """The flow files cannot be used. `problems` holds every `bot.flow.problem.Problem` that was found."""

    def __init__(self, message: str, advice: str = "", problems: tuple[object, ...] = ()) -> None:
        """Carry all problems of one run; each says its own file, line and advice when printed."""
        super().__init__(message, advice)
        self.problems = problems


class ConversationError(BotError):
    """A conversation cannot take this turn, such as one whose flow is no longer in the library."""


class SavedElsewhere(ConversationError):
    """A conversation or a case was saved by somebody else since it was read; run the turn again."""

    def __init__(self, key: str) -> None:
        """Name what was saved, by its key."""
        super().__init__(f"{key} was saved elsewhere in the meantime.", "The turn is run again by itself.")
        self.key = key


class Unreadable(ConversationError):
    """What is stored of a conversation makes no sense to this program. `key` is the conversation's."""

    def __init__(self, key: str) -> None:
        """Name what cannot be read, by its key."""
        super().__init__(f"{key} cannot be read.", "It is set aside, and the filer begins again.")
        self.key = key


class CaseError(BotError):
    """A case refuses what staff asked for; nothing changed."""


class AlreadyClaimed(CaseError):
    """Somebody else has the case. `by` is that person's id."""

    def __init__(self, by: str) -> None:
        """Name the owner, so that staff know whom to ask."""
        super().__init__(
            f"The case is already claimed by {by}.", "Ask the owner, or let it be released first."
        )
        self.by = by


class NotYours(CaseError):
    """Only the owner of a case may do this."""

    def __init__(self) -> None:
        """Say what would make it possible."""
        super().__init__("The case belongs to somebody else.", "Claim it first.")


class CaseClosed(CaseError):
    """The case is closed, and only reopening it makes anything else possible."""

    def __init__(self) -> None:
        """Say what would make it possible."""
        super().__init__("The case is closed.", "Reopen it first.")


class StorageError(BotError):
    """The database said no; raised at the border of `bot.storage` with the driver's error as its cause."""


class SurfaceError(BotError):
    """The place where people talk to us said no; catch it around one delivery."""


class TryLater(SurfaceError):
    """A limit was met. `seconds` is how long to wait before the same call, as the other side asked.

    `everywhere` is true when the limit is the whole workspace's, so that no other call is worth trying.
    """

    def __init__(self, seconds: float, *, everywhere: bool = False) -> None:
        """Keep the wait, in seconds, and how far it reaches."""
        super().__init__(f"The call was refused for now; wait {seconds:g} s.", "It is repeated by itself.")
        self.seconds = seconds
        self.everywhere = everywhere


class Refused(SurfaceError):
    """The call was refused for a reason that waiting does not cure. `code` is the reason's name, as given."""

    def __init__(self, code: str, advice: str = "") -> None:
        """Keep the code; the caller knows what it means and may add advice."""
        super().__init__(f"The call was refused: {code}.", advice)
        self.code = code


class OutcomeUnknown(SurfaceError):
    """No answer came, so the call may have taken effect: look it up before it is repeated."""
