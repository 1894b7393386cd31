"""Two append-only logs, joined by operation id and written in the transaction they tell about.

The processing log has one row per action and person (Logboek Dataverwerkingen); the audit log has one row
per decision (fields of NEN 7513). `operatie` is the only way in.
"""
