"""Tests of filters, periods and questions."""
