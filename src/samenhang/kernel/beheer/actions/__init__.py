"""What an administrator does: one function per intention, per subject a module."""
