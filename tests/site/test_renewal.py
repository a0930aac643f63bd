"""The site goes on with the new database as soon as a build has put it in the old one's place, and no reader sees an error."""

import asyncio
import sqlite3
from pathlib import Path

from datasette_qantar.serving import site


def database(path: Path, words: int) -> Path:
    new = path.with_name(f".{words}.new")
    with sqlite3.connect(new) as db:
        db.execute("create table words (id integer primary key)")
        db.executemany("insert into words values (?)", [(n,) for n in range(words)])
    db.close()
    return new.replace(path)


async def count(served) -> int:
    answer = await served.client.get("/q.json?sql=select+count(*)+as+n+from+words&_shape=array")
    assert answer.status_code == 200
    return answer.json()[0]["n"]


def test_the_next_query_sees_the_new_file_in_every_thread(tmp_path):
    served = site(database(tmp_path / "q.db", 1))

    async def read():
        await served.invoke_startup()
        assert {await count(served) for _ in range(8)} == {1}
        database(tmp_path / "q.db", 2)
        assert set(await asyncio.gather(*(count(served) for _ in range(16)))) == {2}
        listed = await served.client.get("/q.json")
        assert [t["count"] for t in listed.json()["tables"] if t["name"] == "words"] == [2]

    asyncio.run(read())


def test_readers_never_see_an_error_while_databases_come_and_go(tmp_path):
    served = site(database(tmp_path / "q.db", 1))

    async def reader():
        seen = [await count(served) for _ in range(60)]
        assert seen == sorted(seen)

    async def builds():
        for words in range(2, 30):
            await asyncio.to_thread(database, tmp_path / "q.db", words)
            await asyncio.sleep(0.01)

    async def both():
        await served.invoke_startup()
        await asyncio.gather(builds(), *(reader() for _ in range(4)))

    asyncio.run(both())


def test_while_there_is_no_file_the_last_one_is_served(tmp_path):
    served = site(database(tmp_path / "q.db", 3))

    async def read():
        await served.invoke_startup()
        assert await count(served) == 3
        (tmp_path / "q.db").unlink()
        assert set(await asyncio.gather(*(count(served) for _ in range(16)))) == {3}  # in threads that never opened it, too
        assert not (tmp_path / "q.db").exists()

    asyncio.run(read())
