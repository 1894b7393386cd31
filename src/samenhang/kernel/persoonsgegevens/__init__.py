"""What is known of a person in any scheme: name and address, telephone and e-mail. Category tables."""
