"""What a person typed -> which answer.  Pure: text and a day in, a reading out."""
