"""Sentences that stand in more than one place, so that they always say the same."""

from __future__ import annotations

PROMISE = "Private to you. Stays on this computer. Nothing is ever sent."

LOCKED_DEMO = "This is the demo: everything in it is made up. The passphrase is: demo"

PRIVACY = (
    "Your answers are encrypted on this computer. There is no network code in this app.",
    "Nobody sees anything unless you show it, print it or save it somewhere yourself.",
    "This may be a work computer. The people who run it may be able to reach your files, watch the "
    "screen or ask for them. Encryption makes that hard, not impossible.",
    "If you lose both your passphrase and your recovery code, nobody can get your data back.",
    "What you write here does not count as a protected disclosure (whistleblowing) or as an "
    "incident report.",
)

NOT_THIS = (
    "This is not a diagnosis, a risk assessment, an employer’s tool or crisis care. "
    "It is for looking at your own work and finding support."
)

MADE_FOR = "Made for people who work in NHS Talking Therapies. Not an NHS product."

DRAFT_IS_SAFE = "Your half-filled check-in is safe."

WORKING_QUESTION = "Is everything working?"

SOMEBODY_NOW = "You do not have to carry this alone. Somebody is there now."
