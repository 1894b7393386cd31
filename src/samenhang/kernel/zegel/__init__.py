"""The seal on both logs: a Merkle tree over their rows, signed checkpoints, and partners who countersign."""
