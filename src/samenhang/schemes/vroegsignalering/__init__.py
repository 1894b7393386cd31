"""Vroegsignalering: from signals of arrears to an offer of help. See README.md."""
