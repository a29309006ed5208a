"""What may help: options, help nearby, crisis lines, actions, and something hard that happened."""
