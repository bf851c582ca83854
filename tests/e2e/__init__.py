"""The program through its own `main()`."""
