"""What a course has to hand in, and until when: dated, met, and taken to a calendar."""
