"""What is typed again into the administration's programs, copied cell by cell and ticked."""
