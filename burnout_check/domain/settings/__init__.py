"""What a person or a service may choose: each setting declared once."""
