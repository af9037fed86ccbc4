"""Runs before the program: gives back the environment that the bundle's starter has changed.

The starter points LD_LIBRARY_PATH at the bundle, for itself. Programs of the system that are
started from here, such as the viewer of a paper, would load our libraries in place of their own.
"""

import os

own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if own is not None:
    os.environ["LD_LIBRARY_PATH"] = own
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
