"""In: files become values, or every fault in them is told at once."""
