"""Workbooks: their cells, where a table stands on a sheet, which sheets are tables."""
