"""Supervision: the audit log for who may hold it against the law, without the content of cases."""
