"""What pages share without knowing each other: what a page is, the news, and the commands."""
