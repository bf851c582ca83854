"""Commands for automation and support, over the same operations that the window uses.

Exit status: 0 done; 1 refused, with the reason on standard error; 2 wrong usage; 3 the environment (disk,
lock, damaged file).

`arguments` reads the line and costs little, since a window opens by one too; `main` brings what commands do.
"""
