"""What is shown in supervision as pages to bring or leave; knows nothing that is not shown."""
