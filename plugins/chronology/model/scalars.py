"""Types for reading only: what a text stands for where Python knows a `str`."""

Edtf = str
"""A date in EDTF, such as "2024-03~"."""
Code = str
"""A country in ISO 3166-1 alpha-2, such as "ML"."""
Id = str
"""The id of a record, such as "vladimir-putin"."""
