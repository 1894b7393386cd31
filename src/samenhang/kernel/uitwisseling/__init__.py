"""Hand-overs between deployments: signed messages over HTTPS from an outbox, received once, answered with a receipt."""
