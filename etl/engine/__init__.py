"""ENGINE: where articles are read: in this process, in a process per core, or on a Dask cluster.

Reading is a pure function of one article, so every engine gives the same outcomes; they may come in any order.

    here        this process
    processes   a process per core; one that dies costs the articles it was reading a second try
    dask        the workers of a Dask scheduler, on other machines too
"""

from etl.engine.choice import choose
from etl.engine.reading import Chunk, Engine, Outcome, Task, chunks, read_one

__all__ = ["Chunk", "Engine", "Outcome", "Task", "choose", "chunks", "read_one"]
