"""Set before anything is imported, in every process: one thread of linear algebra, since a build has a process per core; memory
that one article took is kept for the next, where glibc would give it back and ask for it again; and silence about pkg_resources,
which pymorphy2, inside natasha, imports: nothing its users could do about."""

import os
import warnings

KEEP = str(256 * 1024 * 1024)  # bytes; read by glibc where a process starts, so by those that this one starts
SETTINGS = {
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"),
    **dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), KEEP),
}

for _name, _value in SETTINGS.items():
    os.environ.setdefault(_name, _value)
warnings.filterwarnings("ignore", "pkg_resources is deprecated")
