"use strict";
// Whatever comes from the message goes in as text, never as markup; the message itself stands in a sandboxed frame.
(function () {
  const shown = { view: "desktop", dark: false, images: true };
  const STOPPED = "(stopped) ";
  let data = window.previewData;
  const query = window.location.search;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function table(title, columns, rows) {
    const part = element("section");
    if (!rows.length) return part;
    part.append(element("h3", title));
    const made = element("table");
    const head = element("tr");
    columns.forEach((column) => head.append(element("th", column)));
    made.append(head);
    rows.forEach((cells) => {
      const row = element("tr");
      cells.forEach((cell) => row.append(element("td", cell)));
      made.append(row);
    });
    part.append(made);
    return part;
  }

  function place(one) {
    const part = one.part && one.part !== "html" && !one.block ? one.part + ", " : "";
    if (one.line === null) return part.slice(0, -2);
    return part + (one.block ? one.block + ", " : "") + "line " + one.line + ", column " + one.column;
  }

  function size(person) {
    const kilobytes = (person.htmlBytes / 1024).toFixed(1) + " KB";
    const told = person.isClippedByGmail ? kilobytes + ": Gmail clips from 102 KB on" : kilobytes + " of the 102 KB that Gmail shows";
    return element("p", told, person.isClippedByGmail ? "clipped" : "size");
  }

  function headOf(person) {
    const head = element("div", null, "head");
    if (data.isEmail) {
      head.append(element("p", person.views.subject || "(no subject)", "subject"));
      head.append(element("p", "From: whom the send definition names", "small"));
    }
    if (person.views.preheader) head.append(element("p", person.views.preheader, "preheader"));
    head.append(size(person));
    const count = person.warnings.length;
    if (count) head.append(element("p", count === 1 ? "1 warning, below" : count + " warnings, below", "warning"));
    return head;
  }

  function messageOf(person, number) {
    if (shown.view === "text") return element("pre", person.views.text || "(no text part)");
    const frame = element("iframe");
    frame.setAttribute("sandbox", "");
    frame.setAttribute("referrerpolicy", "no-referrer");
    frame.setAttribute("title", "The message for " + (person.who || "nobody in particular"));
    frame.src = "mail-" + number + (shown.images ? "" : "-plain") + ".html" + query;
    return frame;
  }

  function personOf(person, number) {
    const made = element("article", null, "person");
    if (person.who) made.append(element("h2", person.who));
    if (person.error) made.append(element("p", (place(person.error) ? place(person.error) + ": " : "") + person.error.message, "error"));
    person.notRendered.forEach((one) => made.append(element("p", place(one) + ": " + one.message, "error")));
    if (person.views.html !== undefined || person.views.text !== undefined) made.append(headOf(person), messageOf(person, number));
    const warnings = table("Warnings", ["Where", "What"], person.warnings.map((one) => [place(one), one.message]));
    warnings.classList.add("warning");
    made.append(
      warnings,
      table("Lookups", ["Data extension", "Where", "Rows"], person.lookups.map((one) => [one.extension, one.criteria, one.rows])),
      table("Would be written", ["What", "Data extension", "Values"],
        person.writes.map((one) => [one.kind, one.extension, JSON.stringify(Object.assign({}, one.keys, one.values))])),
      table("Links", ["Link"], person.links.map((one) => [one])),
      table("Variables", ["Name", "Value"], Object.entries(person.variables)),
    );
    return made;
  }

  function draw() {
    document.title = data.name || "Preview";
    document.getElementById("name").textContent = data.name || "Preview";
    const main = document.getElementById("people");
    main.className = (shown.view === "phone" ? "phone " : "") + (shown.dark ? "dark" : "");
    main.replaceChildren(...data.people.map(personOf));
    document.querySelectorAll("[data-show]").forEach((button) => {
      const name = button.dataset.show;
      const on = name === "dark" ? shown.dark : name === "images" ? !shown.images : shown.view === name;
      button.setAttribute("aria-pressed", String(on));
    });
  }

  document.querySelectorAll("[data-show]").forEach((button) => button.addEventListener("click", () => {
    const name = button.dataset.show;
    if (name === "dark") shown.dark = !shown.dark;
    else if (name === "images") shown.images = !shown.images;
    else shown.view = name;
    draw();
  }));

  async function follow() {
    try {
      const answer = await fetch("data.json" + query, { cache: "no-store" });
      const fresh = await answer.json();
      if (fresh.version !== data.version || document.title.startsWith(STOPPED)) {
        data = fresh;
        draw();
      }
    } catch (error) {
      document.title = STOPPED + (data.name || "Preview");
    }
    window.setTimeout(follow, 500);
  }

  draw();
  if (data.watched) follow();
})();
