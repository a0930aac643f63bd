"""STORE: what was read, on disk, so that nothing is read twice, and the list of articles of the build under way.

One SQLite file beside the database. An entry is found by the digest of the article as its source gave it and of the recipe
(`etl.recipe`), and it is believed only if its own checksum holds. A killed build leaves whole entries and no broken ones; two
builds may use one store at once. Deleting the file costs time and nothing else.
"""

from etl.store.entries import BrokenStore, Store, discard, store_beside
from etl.store.listing import Listed, Listing

__all__ = ["BrokenStore", "Listed", "Listing", "Store", "discard", "store_beside"]
