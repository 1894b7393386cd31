"""What every scheme would otherwise write again. The packages form layers; see docs/architectuur.md."""
