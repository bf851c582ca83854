"""What the letter about somebody's attendance is made from."""
