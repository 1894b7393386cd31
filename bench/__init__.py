"""Measurements as ratios to a floor in the same run. Nothing here is a test."""
