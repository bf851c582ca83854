"""Who teaches, prepares, tutors and evaluates a course: hours, proofs, contract and validation."""
