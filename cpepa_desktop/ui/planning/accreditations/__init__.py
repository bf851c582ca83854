"""What the centre may teach, and what each speciality asks of it."""
