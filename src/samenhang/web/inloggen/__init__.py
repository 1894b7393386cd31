"""Who may come in: local accounts with a second factor, OpenID Connect, and how long a session lasts."""
