"""What a chart shows, as plain values, words and rows; nothing here draws."""
