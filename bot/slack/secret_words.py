"""What makes a word or a number a secret beside its shape: the words around it, and check digits."""

import re

from stdnum import luhn
from stdnum.us import ssn

MARK = "[removed]"
NEAR = 40


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case, and white space within itself."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


NOT_SECRET = frozenset(
    """
    a about accepted actually again ago all already also always an and another any are aren't as
    asked at available back bad be because been being between blank blocked broken but button by
    call cambiar can can't cannot case change changed changing click coming compromised correct
    correcta correcto could couldn't denied did didn't different difficult disabled do does doesn't
    don't donde due easy either empty enough enter entered error es esta está expired expiring
    failed failing field fine for forgot forgotten from get go going gone good had has have help
    here how i i'm i've if ignored in incorrect incorrecta incorrecto invalid is isn't it just keeps
    kept known la least less likely link locked long longer lost manager maybe me missing more most
    my need needed never new no not nothing now of off ok okay old olvidé on only or other our out
    outdated over page perdida please prompt prompted protected really recognized refused rejected
    required requirement requirements reset resets resetting right rules said same saved says screen
    secure see sensitive sent set setting short should shouldn't showing simple since so something
    still stolen strong taking temporary than that the their them then there they this through to
    too try turned type unable under unknown unrecognized unusable updated use valid very via want
    was weak what whatever when where which who why will with won't work worked working works would
    wouldn't wrong yes you your
    """.split()
)

SSNS = compiled(
    r"\bssn?\b|\bs\.s\.n|\bsocial\b|\bitin\b|\btax(?:payer)?\s+id|\bss\s?(?:\#|no\b|num)|seguro\s+social"
)
CARDS = compiled(r"\b(?:card|visa|master\s?card|amex|american\s+express|discover|debit|tarjeta)\b")
BANKS = compiled(r"\b(?:bank|checking|savings|routing|aba|rtn|wire|ach|iban)\b")
CASE_NUMBER = compiled(r"(?:\d{1,2}:)?\d{2}-[a-z]{2,4}-\d{2,6}")
NO_SECRET_CODES = compiled(
    r"\b(?:error|status|zip|area|postal|country|court|event|response|http|dialing|message)\s*$"
)


def words_near(match: re.Match[str], words: re.Pattern[str], reach: int = NEAR) -> bool:
    """Whether one of these words stands within `reach` characters of the secret."""
    start, end = match.span("secret")
    return bool(words.search(match.string[max(0, start - reach) : start])) or bool(
        words.search(match.string[end : end + reach])
    )


def looks_made_up(text: str) -> bool:
    """Whether a word mixes letters with digits or signs, as passwords do and words do not."""
    if CASE_NUMBER.match(text):
        return False
    inner = text.strip(".,;:!?\"'()*_`")
    letters, digits = any(map(str.isalpha, inner)), any(map(str.isdigit, inner))
    signs = any(char in "!@#$%^&*+=?~|" for char in text[:-1])
    return len(inner) >= 4 and ((letters and digits) or ((letters or digits) and signs))


def is_no_ordinary_word(match: re.Match[str]) -> bool:
    """Whether what follows "password is" is a password and not a complaint about one."""
    said = match.group("secret").strip("*_~")
    if said.startswith(MARK):
        return False
    return said.lower().rstrip(".,;:!?)\"'*_").replace("\u2019", "'") not in NOT_SECRET


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match.group("secret"))


def is_card(match: re.Match[str]) -> bool:
    """Whether the digits are of a card: the check digit is right, or a card is spoken of."""
    digits = _digits(match)
    return 13 <= len(digits) <= 19 and (luhn.is_valid(digits) or words_near(match, CARDS))


def is_ssn(match: re.Match[str]) -> bool:
    """Whether nine digits in groups are a social security number, or one is spoken of."""
    return ssn.is_valid(re.sub(r"[ .]", "-", match.group("secret"))) or words_near(match, SSNS)


def is_code(match: re.Match[str]) -> bool:
    """Whether a number after "code" is one that proves who somebody is, and not an error or a zip code."""
    before = match.string[max(0, match.start() - NEAR) : match.start("code")]
    return not NO_SECRET_CODES.search(before)


def is_bank_number(match: re.Match[str]) -> bool:
    """Whether the message speaks of a bank."""
    return bool(BANKS.search(match.string))
