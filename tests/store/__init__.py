"""Tests of the store: real databases in temporary folders."""
