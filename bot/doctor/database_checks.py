"""The database: where it lies, who may read and write it, and whether it is whole and of this version."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, Level, bad, good, told, warning
from bot.storage.inspection import Content, DatabaseFacts

CHECK = "database"
LITTLE, TOO_LITTLE = 200_000_000, 10_000_000
"""Bytes left on the disk: worth a warning, and too few to go on."""

OVER_A_NETWORK = frozenset(
    "9p afs beegfs ceph cifs fuse.glusterfs fuse.sshfs glusterfs gpfs lustre nfs nfs4 smb3 smbfs".split()
)
"""File systems on which SQLite's log does not work (sqlite.org/wal.html, "all processes ... same host")."""


def check_database(facts: DatabaseFacts) -> Iterator[Finding]:
    """Everything about the database of the set-up."""
    findings = [*_check_place(facts), *_check_disk(facts), *_check_content(facts)]
    if all(finding.level is Level.GOOD for finding in findings):
        yield good(CHECK, _summary(facts))
    yield from findings


def _summary(facts: DatabaseFacts) -> str:
    if facts.file is None:
        return "It is in memory."
    return (
        f"{facts.file} can be written." if facts.exists else f"{facts.file} will be made at the first start."
    )


def _check_place(facts: DatabaseFacts) -> Iterator[Finding]:
    if facts.file is None:
        yield warning(
            CHECK,
            "The database is in memory alone: everything is lost at each stop.",
            "Name a file: HELPDESK_DATABASE=sqlite:////var/lib/helpdesk/helpdesk.db",
        )
    elif not facts.has_folder:
        what = f"The folder of the database, {facts.file.parent}, is not there."
        yield bad(CHECK, what, "Make it, owned by the user that runs the bot, or name another file.")
    elif facts.folder_refuses:
        what = f"Nothing can be written in {facts.file.parent}: {facts.folder_refuses}."
        yield bad(
            CHECK, what, "Let the user that runs the bot write there: SQLite keeps its log beside the file."
        )
    elif not facts.is_writable:
        what = f"{facts.file} can be read, but not written."
        yield bad(CHECK, what, "Give the file to the user that runs the bot.")
    if facts.is_public:
        what = f"Everybody on this machine may read {facts.file}, or a journal beside it: what filers told."
        yield warning(CHECK, what, f"Run: chmod 600 {facts.file}*")


def _check_disk(facts: DatabaseFacts) -> Iterator[Finding]:
    if facts.file_system in OVER_A_NETWORK:
        what = (
            f"The database lies on a network file system ({facts.file_system}), where SQLite can lose data."
        )
        yield warning(CHECK, what, "Name a file on a disk of this machine.")
    if facts.free is None or facts.free >= LITTLE:
        return
    what = f"The disk of the database has {facts.free // 1_000_000} MB left."
    advice = "Make room: when the disk is full, nothing is answered."
    yield bad(CHECK, what, advice) if facts.free < TOO_LITTLE else warning(CHECK, what, advice)


def _check_content(facts: DatabaseFacts) -> Iterator[Finding]:
    content = facts.content
    if content.error is not None:
        found = told(CHECK, content.error)
        yield Finding(CHECK, Level.BAD, found.what, found.advice, passes=content.locked)
    elif content.flaw:
        yield bad(
            CHECK, f"The database is damaged: {content.flaw}.", "Stop the bot and restore the last copy."
        )
    elif facts.exists:
        yield from _check_version(content)


def _check_version(content: Content) -> Iterator[Finding]:
    if content.pending:
        what = (
            f"The database is older than the program: {', '.join(content.pending)} will be done at the start."
        )
        yield warning(
            CHECK, what, "Make a copy of the file first: an older program cannot use it afterwards."
        )
    if not content.has_log:
        what = "The database has no write-ahead log: readers and writers wait for each other."
        yield warning(
            CHECK, what, "Start the bot once; if this stays, put the file on a disk of this machine."
        )
