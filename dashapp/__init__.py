"""The page: happenings in, a linked timeline and map out."""
