"""The pages, one module each; ``gui.shell`` lists them."""
