"""The centre itself: who it is, its logos, classrooms, trainers and days without class."""
