"""What is wrong with a message before it goes out. Rules are data; none of them asks anybody."""
