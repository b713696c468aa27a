"""The words of the house: formats, labels and sentences stand in one room."""
