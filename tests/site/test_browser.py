"""The ways people take through the site, walked in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import csv
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from datasette_qantar.serving import site

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright (pip install playwright)")
expect = sync_api.expect  # waits for what it asks: a click returns before the next page stands

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="the browser tests need Chromium (apt-get install chromium)")

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
CHART = "#g.mark=bar&g.x_column=speaker&g.x_type=nominal&g.y_column=statements&g.y_type=quantitative"

OURS = ["/", "/en", "/timeline", "/figures", "/figures/killed-security-forces", "/en/figures/injured-people", "/contributions"]
OURS += [
    "/en/contributions",
    "/actors/olzhas-serikov",
    "/articles/steppe",
    "/en/articles/raw",
    "/events/2022-01-05-seizure-karaganda",
]
OURS += ["/search?q=Сериков", "/search?q=нетничего", "/about", "/downloads", "/nothing"]
DATASETTES = [
    "/qantar",
    "/qantar/statements",
    "/qantar/statements/steppe-s1",
    "/qantar/who-said-what",
    "/qantar/timeline?_lang=en",
    "/qantar/actors?kind=nothing",  # no rows to draw
]


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(site(database).app(), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A fresh page. At its end nothing may have gone wrong in it, and no request may have left this machine."""
    context = browser.new_context(viewport=DESKTOP, base_url=address, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on(
        "console", lambda message: wrong.append(message.text) if message.type == "error" and "404" not in message.text else None
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else wrong.append(request.url))
    yield page
    context.close()
    assert wrong == []


def test_from_the_front_page_to_a_contradiction_to_the_sentence(page):
    page.goto("/")
    page.get_by_role("link", name="Сколько, по чьим данным").click()
    page.get_by_role("link", name="погибшие: силовики").click()
    expect(page.get_by_text("противоречие")).to_be_visible()
    page.get_by_role("link", name="18 силовиках").click()
    page.wait_for_url("**/articles/review#review-f2")
    chosen = page.locator(".piece.chosen")
    expect(chosen.first).to_be_visible()
    assert "".join(chosen.all_inner_texts()) == "18 силовиках, погибших на 6 января"
    assert page.locator("#note-review-f2 details").first.get_attribute("open") is not None


def test_search_a_word_in_another_form_and_land_on_the_statement(page):
    page.goto("/")
    page.get_by_role("searchbox").fill("протестующим")
    page.keyboard.press("Enter")
    page.locator("#group-statements ~ ol a").first.click()
    page.wait_for_url("**/articles/review#review-s4")
    expect(page.locator(".piece.chosen").first).to_be_visible()


def test_filter_the_timeline(page):
    page.goto("/timeline")
    page.get_by_label("Вид").select_option("negotiations")
    page.get_by_role("button", name="Показать").click()
    expect(page.locator(".events > li")).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text("1 событие")
    page.goto("/timeline")
    page.locator(".map a", has_text="Караганда").click()
    expect(page.locator(".events > li")).to_have_count(1)


def test_switch_the_language_and_stay_where_one_is(page):
    page.goto("/timeline?type=seizure")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/timeline?type=seizure")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Figures", exact=True).click()
    page.wait_for_url("**/en/figures")
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Числа")
    assert page.context.cookies() == []


def test_download_a_table_as_csv_and_read_it_back(page, tmp_path):
    page.goto("/downloads")
    with page.expect_download() as download:
        page.locator("tr", has_text="statements").get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "statements.csv")
    rows = list(csv.DictReader((tmp_path / "statements.csv").open(encoding="utf-8", newline="")))
    assert len(rows) == 6
    assert {row["content"] for row in rows} >= {"за терпение", "Стреляли по людям & домам"}


def test_chart_a_canned_query_with_datasette_vega(page):
    page.goto("/qantar/statements-by-speaker-and-act" + CHART)
    page.wait_for_selector("canvas, svg.marks, .vega-embed svg", timeout=15_000)
    page.goto("/qantar")
    page.get_by_role("link", name="графиком").first.click()
    page.wait_for_selector("canvas, svg.marks, .vega-embed svg", timeout=15_000)


@pytest.mark.parametrize("path", [*OURS, *DATASETTES])
def test_no_page_complains(page, path):
    page.goto(path)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", ["/", "/figures/killed-security-forces", "/en/figures/injured-people"])
def test_our_charts_are_drawn_from_the_rows_of_the_page(page, path):
    page.goto(path)
    page.wait_for_selector(".chart-place svg")
    expect(page.locator(".chart-place svg path").nth(3)).to_be_attached()


def test_the_marks_of_the_reader_can_be_switched_off(page):
    page.goto("/articles/steppe")
    expect(page.locator(".note.c-event").first).to_be_visible()
    page.get_by_role("checkbox", name="События").uncheck()
    expect(page.locator(".note.c-event").first).to_be_hidden()


def test_everything_is_there_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/figures/killed-security-forces")
    assert page.locator("tbody tr").count() == 3
    page.goto("/articles/steppe#steppe-s1")
    assert page.locator(".note").count() == page.locator(".number-mark").count() > 5
    page.goto("/timeline")
    assert page.locator(".map circle").count() == 2 and page.locator(".events > li").count() == 3
    context.close()


@pytest.mark.parametrize("path", [*OURS, *DATASETTES])
def test_a_page_is_accessible_and_fits_a_phone(browser, address, path):
    context = browser.new_context(viewport=PHONE, base_url=address, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.add_script_tag(path=str(AXE))
    options = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    if path in DATASETTES:  # the charting form of datasette-vega is not ours to label
        found = page.evaluate("options => axe.run({exclude: [['.datasette-vega'], ['.CodeMirror']]}, options)", options)
    else:
        found = page.evaluate("options => axe.run(options)", options)
    serious = [
        (problem["id"], node["html"][:160], node["failureSummary"][:300])
        for problem in found["violations"]
        if problem["impact"] in ("serious", "critical")
        for node in problem["nodes"][:3]
    ]
    context.close()
    assert serious == []


def test_the_front_page_is_light(browser, address):
    context = browser.new_context(base_url=address)
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert sum(size for url, size in sizes.items() if "/vendor/" not in url) < 300_000
    context.close()
