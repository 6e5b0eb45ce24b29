"use strict";
// Whatever comes from a message goes in as text, never as markup; its HTML stands in a sandboxed frame.
(function () {
  const SIZE = 100;
  const shown = { channel: "", search: "", page: 1, asked: 0, newest: -1, total: -1, message: null, tab: "html" };
  const find = (id) => document.getElementById(id);

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  async function ask(path) {
    const answer = await fetch(path, { cache: "no-store" });
    if (!answer.ok) throw new Error(path + " answered " + answer.status);
    return answer.json();
  }

  function why(one) {
    if (one.definition) return "definition " + one.definition;
    if (one.journey) return "journey " + one.journey + ", " + one.activity;
    return "";
  }

  function short(time) {
    const moment = new Date(time);
    if (Number.isNaN(moment.getTime())) return time;
    return moment.toLocaleString(undefined, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
  }

  function span(seconds) {
    const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
    const [name, size] = units.find(([, one]) => seconds >= one) || units[3];
    const count = Math.round(seconds / size);
    return count + " " + name + (count === 1 ? "" : "s");
  }

  function lineOf(one) {
    const line = element("li");
    const button = element("button");
    button.dataset.id = one.id;
    button.setAttribute("aria-pressed", String(shown.message === one.id));
    button.append(element("p", one.title || "(" + one.channel + ")", "title"));
    button.append(element("p", one.to + " · " + one.channel + " · " + short(one.sentAt), "small"));
    if (one.reason) button.append(element("p", "Not sent: " + one.reason, "reason small"));
    else if (one.bounced) button.append(element("p", "Bounced: " + one.bounced, "reason small"));
    else button.append(element("p", why(one), "small"));
    button.addEventListener("click", () => open(one.id));
    line.append(button);
    return line;
  }

  async function list() {
    const query = new URLSearchParams({ channel: shown.channel, search: shown.search, page: shown.page, size: SIZE });
    const asked = ++shown.asked;
    const found = await ask("/_emulator/messages?" + query);
    if (asked !== shown.asked) return; // somebody has asked for something else meanwhile
    if (found.newest === shown.newest && found.total === shown.total) return;
    shown.newest = found.newest;
    shown.total = found.total;
    find("messages").replaceChildren(...found.items.map(lineOf));
    const first = found.total ? (shown.page - 1) * SIZE + 1 : 0;
    find("count").textContent = !found.total ? "No message" : first + "–" + Math.min(shown.page * SIZE, found.total) + " of " + found.total;
    find("newer").disabled = shown.page === 1;
    find("older").disabled = shown.page * SIZE >= found.total;
  }

  function again() {
    shown.newest = shown.total = -1;
    return list();
  }

  function facts(message) {
    const made = element("dl");
    const skipped = ["html", "text", "writes"];
    Object.entries(message).forEach(([name, value]) => {
      if (skipped.includes(name) || value === null) return;
      made.append(element("dt", name), element("dd", typeof value === "object" ? JSON.stringify(value) : value, name === "reason" ? "reason" : ""));
    });
    return made;
  }

  const TABS = {
    html: ["Rendered", (message) => frame(message, "")],
    plain: ["Images off", (message) => frame(message, "?images=off")],
    source: ["Source", (message) => element("pre", message.html)],
    text: ["Text", (message) => element("pre", message.text)],
    headers: ["Headers", (message) => facts(message)],
    writes: ["Writes", (message) => element("pre", JSON.stringify(message.writes, null, 2))],
  };

  function has(message, tab) {
    if (tab === "headers") return true;
    if (tab === "plain" || tab === "source" || tab === "html") return Boolean(message.html);
    return Boolean(message[tab]);
  }

  function frame(message, query) {
    const made = element("iframe");
    made.setAttribute("sandbox", "");
    made.setAttribute("title", "The message");
    made.src = "/_emulator/messages/" + message.id + "/html" + query;
    return made;
  }

  function draw(message) {
    const tabs = element("div", null, "tabs");
    const possible = Object.keys(TABS).filter((tab) => has(message, tab));
    const current = possible.includes(shown.tab) ? shown.tab : possible[0];
    possible.forEach((tab) => {
      const button = element("button", TABS[tab][0]);
      button.setAttribute("aria-pressed", String(tab === current));
      button.addEventListener("click", () => {
        shown.tab = tab;
        draw(message);
      });
      tabs.append(button);
    });
    const head = element("dl");
    [["To", message.to], ["Subject", message.subject], ["Preheader", message.preheader], ["At", message.sentAt], ["Why", why(message)], ["Status", message.reason || message.bounced ? "" : "Sent"], ["Not sent", message.reason], ["Bounced", message.bounced]]
      .filter(([, value]) => value)
      .forEach(([name, value]) => head.append(element("dt", name), element("dd", value, ["Not sent", "Bounced"].includes(name) ? "reason" : "")));
    find("message").replaceChildren(head, tabs, TABS[current][1](message));
  }

  async function open(id) {
    shown.message = id;
    document.querySelectorAll("#messages button").forEach((button) => button.setAttribute("aria-pressed", String(Number(button.dataset.id) === id)));
    draw(await ask("/_emulator/messages/" + id));
  }

  async function beside() {
    const [clock, faults, requests] = await Promise.all([
      ask("/_emulator/clock"), ask("/_emulator/faults"), ask("/_emulator/requests/newest"),
    ]);
    find("clock").textContent = clock.time + (clock.ahead ? " (" + span(clock.ahead) + " ahead)" : "");
    find("faults").replaceChildren(...(faults.length ? faults : ["none"]).map((one) => element("li", typeof one === "string" ? one : JSON.stringify(one))));
    find("requests").replaceChildren(...requests.map((one) => element("li", (one.status || "cut") + " " + one.method + " " + one.path)));
  }

  async function follow() {
    try {
      await Promise.all([list(), beside()]);
      document.title = "Outbox of the emulator (" + shown.total + ")";
    } catch (error) {
      document.title = "(stopped) Outbox of the emulator";
    }
    window.setTimeout(follow, 1000);
  }

  document.querySelectorAll("[data-channel]").forEach((button) => button.addEventListener("click", () => {
    shown.channel = button.dataset.channel;
    shown.page = 1;
    document.querySelectorAll("[data-channel]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
    again();
  }));
  find("search").addEventListener("input", (event) => {
    shown.search = event.target.value;
    shown.page = 1;
    again();
  });
  find("newer").addEventListener("click", () => { shown.page -= 1; again(); });
  find("older").addEventListener("click", () => { shown.page += 1; again(); });
  follow();
})();
