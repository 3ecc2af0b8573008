"""What a filter means: values that give SQL with parameters and a sentence. No connection, no clock.

periods, text   what users type -> values        filters, dates   values -> conditions on events
request         the options as typed             question         filters, order and limit -> one SELECT
"""
