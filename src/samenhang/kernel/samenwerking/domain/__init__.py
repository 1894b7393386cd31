"""What an agreement says, and when it is in force. Pure."""
