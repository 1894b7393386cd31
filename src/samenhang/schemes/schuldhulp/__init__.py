"""Schuldhulp: what the law and policy make of someone's debts. For now its calculations."""
