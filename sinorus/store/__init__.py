"""Every SQL statement: opening and migrating a database, writing coded events, and all that is read from them.

connection   open_reading, open_writing, open_new, transaction      schema    migrations
writer       save_source -> Tally                                   recoding  iterate_entries, Recoder
resolution   Request -> Question                                    planning  Question -> SELECT
reader       read_events, count_events                              detail, lists, statistics, profile, completion
"""
