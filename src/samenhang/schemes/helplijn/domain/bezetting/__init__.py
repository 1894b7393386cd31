"""Staffing of the line: demand, queue, shifts and roster. Pure."""
