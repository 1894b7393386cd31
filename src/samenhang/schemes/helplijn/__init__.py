"""A telephone line where people ask for help without saying who they are."""
