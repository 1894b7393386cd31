"""Agreements between organisations about sharing data: signed by every party, replaced and never edited."""
