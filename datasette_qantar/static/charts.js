/* Draws each Vega-Lite specification in the page. Formulas are interpreted, never compiled, so the page needs no 'unsafe-eval'. */
document.addEventListener("DOMContentLoaded", () => {
  for (const figure of document.querySelectorAll("[data-chart]")) {
    const place = figure.querySelector(".chart-place");
    const spec = JSON.parse(figure.querySelector("script").textContent);
    figure.classList.add("drawn");
    const config = { font: "system-ui, sans-serif", view: { stroke: null }, axis: { gridColor: "#e6e6e6" } };
    const width = Math.max(place.clientWidth - 70, 200);
    for (const part of [spec, ...(spec.vconcat || [])]) if (part.width === "container") part.width = width;
    const compiled = vegaLite.compile({ ...spec, background: "white", config }).spec;
    const view = new vega.View(vega.parse(compiled, null, { ast: true }), {
      expr: vegaInterpreter.expressionInterpreter,
      renderer: "svg",
      container: place,
      hover: true,
      loader: vega.loader({ target: "_self" }),
    });
    view.tooltip((handler, event, item, value) => {
      place.title = value ? Object.entries(value).map(([name, words]) => `${name}: ${words}`).join("\n") : "";
    });
    view.runAsync().then(() => place.querySelector("svg").setAttribute("aria-hidden", "true")); // the table says the same in words
  }
});
