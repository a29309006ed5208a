"""What pages share without knowing each other: what a page is, and the news."""
