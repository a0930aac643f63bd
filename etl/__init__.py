"""Set before anything is imported, in every process: one thread of linear algebra, since a build has a process per core; and
silence about pkg_resources, which pymorphy2, inside natasha, imports: nothing its users could do about."""

import os
import warnings

for _library in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_library, "1")
warnings.filterwarnings("ignore", "pkg_resources is deprecated")
