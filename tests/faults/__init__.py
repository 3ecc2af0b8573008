"""What goes wrong in the world: a process is killed, a disk is full, a file is damaged, a text is hostile."""
