"""The demo: a synthetic world to look around in, and nothing that production needs."""
