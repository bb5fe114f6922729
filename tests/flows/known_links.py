"""Every address that was seen on a court's or PACER's page, written down apart from `flows/`.

`SEEN` maps an address to its mark and the page that shows it. A: the page itself was seen. B: its address was
seen printed on the page named. `NOT_SEEN` are addresses that people guess, and that no page has shown.
"""

PACER = "https://pacer.uscourts.gov/"
FAQ = PACER + "help/faqs/"
MOEB = "https://www.moeb.uscourts.gov/"
NVB = "https://www.nvb.uscourts.gov/electronic-case-filing/nextgen/"

PAGES_SEEN = (
    PACER + "register-account",
    PACER + "register-account/attorney-filers-cmecf",
    PACER + "register-account/non-attorney-filers-cmecf",
    PACER + "node/11",
    PACER + "my-account-billing",
    PACER + "my-account-billing/forgot-username-or-password",
    PACER + "announcements/2026/02/05/mfa-tips-and-resources",
    PACER + "announcements/2025/06/27/additional-security-enhancements-coming-soon",
    FAQ + "pacer-administrative-account",
    FAQ + "what-should-i-do-first-get-ready-nextgen-cmecf-being-implemented-my-court",
    FAQ + "when-do-i-need-upgrade-my-pacer-account",
    FAQ + "how-do-i-link-my-cmecf-electronic-filing-credentials-my-upgraded-pacer-account",
    FAQ + "how-does-attorney-become-authorized-electronic-filer",
    FAQ + "i-am-changing-organizationsfirms-do-i-need-new-username-and-password",
    FAQ + "pricing",
    MOEB + "cmecf-nextgen-information",
    MOEB + "electronic-filing",
    "https://www.nvd.uscourts.gov/next-generation-of-cm-ecf-information-resources/",
    "https://ca10.uscourts.gov/pacer",
)

SEEN: dict[str, tuple[str, str]] = {page: ("A", page) for page in PAGES_SEEN} | {
    PACER: ("B", NVB),
    FAQ + "nextgen-cm-ecf": ("B", "https://www.flsd.uscourts.gov/all-faqs/cmecf"),
    MOEB + "contact": ("B", MOEB + "cmecf-nextgen-information"),
}

NOT_SEEN = (
    PACER + "register-account/pacer-case-search-only",
    PACER + "help/pacer/multifactor-authentication-mfa-backup-codes",
    PACER + "help/pacer/multifactor-authentication-mfa-logging",
    PACER + "help/cmecf/electronic-learning-modules",
    PACER + "file-case/court-cmecf-lookup",
    PACER + "contact-us",
)

NEVER_SHOWN = ("train-pacer", "qa-pacer", "www.pacer.gov", "ecf.moeb.uscourts.gov", "pacer.psc.uscourts.gov")

PHONES_SEEN = {
    "pacer.phone": {"800-676-6856"},
    "court.phone": {"866-803-9517", "702-464-5555", "303-844-3157"},
    "court.clerk_phone": {"314-244-4500"},
    "court.reno_phone": {"775-686-5800"},
}

EMAILS_SEEN = {"pacer@psc.uscourts.gov", "qc_vegas@nvd.uscourts.gov", "clerk@ca10.uscourts.gov"}
