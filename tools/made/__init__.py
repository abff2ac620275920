"""What is made from the definition of the records: one module for each kind of file, each a pure function."""
