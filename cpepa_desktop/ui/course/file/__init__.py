"""What a course needs around its classes: who pays, what is signed, who teaches, what is due."""
