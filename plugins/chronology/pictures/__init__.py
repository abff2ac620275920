"""Numbers and outlines -> the places of lines and marks in a picture. No words, no colours: those are the theme's.

One file for each picture. All coordinates are whole numbers in the units of the picture's own viewBox, so that the
same numbers give the same bytes on any machine, and few of them.
"""
