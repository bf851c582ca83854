"""What is known of a course: facts, hours, people at risk, the details and texts that the centre writes."""
