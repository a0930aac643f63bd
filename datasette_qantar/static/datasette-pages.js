/* What Datasette writes into its pages as inline scripts, as a file: the Content-Security-Policy forbids inline ones. */
window.DATASETTE_ALLOW_FACET = "true";
document.addEventListener("click", (event) => {
  const within = event.target.closest("details.actions-menu-links, details.nav-menu");
  for (const menu of document.querySelectorAll("details.actions-menu-links[open], details.nav-menu[open]")) if (menu !== within) menu.open = false;
});
addEventListener("load", () => {
  const format = document.querySelector("button#sql-format");
  const shown = document.querySelector("pre#sql-query");
  const typed = document.querySelector("textarea#sql-editor");
  if (format && (typed || shown)) format.hidden = false;
  if (typed && window.CodeMirror) {
    const editor = CodeMirror.fromTextArea(typed, { lineNumbers: true, mode: "text/x-sql", lineWrapping: true });
    editor.setOption("extraKeys", { "Shift-Enter": () => document.querySelector(".sql").submit(), Tab: false });
    if (format) format.addEventListener("click", () => editor.setValue(sqlFormatter.format(editor.getValue())));
    cmResize(editor, { resizableWidth: false });
  } else if (format && shown) {
    format.addEventListener("click", () => { shown.textContent = sqlFormatter.format(shown.textContent); });
  }
});
