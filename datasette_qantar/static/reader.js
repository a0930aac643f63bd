/* Makes the fact that the address names stand out: every piece of it in the text, its parts, and its note, opened. */
const choose = () => {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^note-/, "");
  for (const marked of document.querySelectorAll(".chosen")) marked.classList.remove("chosen");
  for (const part of document.querySelectorAll(".part-cue, .part-speaker")) part.classList.remove("part-cue", "part-speaker");
  if (!id) return;
  for (const piece of document.querySelectorAll(".piece")) {
    if (piece.dataset.facts.split(" ").includes(id)) piece.classList.add("chosen");
    for (const part of (piece.dataset.parts || "").split(" ")) {
      if (part === `${id}:cue` || part === `${id}:speaker`) piece.classList.add(`part-${part.slice(id.length + 1)}`);
    }
  }
  const note = document.getElementById(`note-${id}`);
  if (note) {
    note.classList.add("chosen");
    note.querySelector("details").open = true;
    const list = note.closest(".notes");
    if (list.scrollHeight > list.clientHeight) list.scrollTop = note.offsetTop - 20;
  }
};
addEventListener("hashchange", choose);
addEventListener("DOMContentLoaded", choose);
