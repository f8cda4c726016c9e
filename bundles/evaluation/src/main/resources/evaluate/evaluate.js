// The page a QR code leads to. The token stands behind the #, so that it reaches no server's log but the API's.
import { texts } from "./texts.js";

const OBJECTS = ["business", "window", "attitude"];
const page = document.getElementById("page");
const token = location.hash.slice(1);
let language = chosenLanguage();

function chosenLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  return asked.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function say(key, ...values) {
  const text = texts[language][key];
  return typeof text === "function" ? text(...values) : text;
}

/** Makes an element; text is never read as markup. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

async function ask(method, body) {
  const response = await fetch(`/api/v1/evaluations/links/${encodeURIComponent(token)}`, {
    method,
    headers: { "Content-Type": "application/json", "Accept-Language": language },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail);
  }
  return answer;
}

function show(...elements) {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  page.replaceChildren(...elements);
  page.setAttribute("aria-busy", "false");
}

/** Switches between Chinese and English; names of levels and reasons are fetched anew. */
function otherLanguage() {
  const other = make("button", { type: "button", className: "language", textContent: say("other") });
  other.lang = language === "zh" ? "en" : "zh-CN";
  other.addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    open();
  });
  return other;
}

function tell(text) {
  const card = make("div", { className: "card" }, make("h1", { textContent: say("title") }), make("p", { textContent: text }));
  show(card, otherLanguage());
}

function choice(type, name, option) {
  const input = make("input", { type, name, value: option.code, className: option.bad ? "bad" : "" });
  return make("label", {}, input, make("span", { textContent: option.label }));
}

function question(name, levels) {
  const choices = make("div", { className: "choices" }, ...levels.map((level) => choice("radio", name, level)));
  return make("fieldset", {}, make("legend", { textContent: say(name) }), choices);
}

function reasons(details) {
  const choices = make("div", { className: "choices details" }, ...details.map((one) => choice("checkbox", "details", one)));
  return make("fieldset", { hidden: true }, make("legend", { textContent: say("why") }), choices);
}

function words() {
  const area = make("textarea", { name: "text", maxLength: 500, id: "words" });
  const anonymous = make("label", { className: "row" }, make("input", { type: "checkbox", name: "anonymous" }), say("anonymous"));
  return make("div", { className: "card" }, make("label", { htmlFor: "words", textContent: say("words") }), area, anonymous);
}

function heading(form) {
  return make(
    "header",
    {},
    make("h1", { textContent: say(form.nth === 2 ? "again" : "title") }),
    make("p", { textContent: form.matterName }),
    make("p", { className: "soft", textContent: say("served", form) }),
  );
}

function draw(form) {
  const bad = new Set(form.levels.filter((level) => level.bad).map((level) => level.code));
  const why = reasons(form.details);
  const fault = make("p", { className: "fault", role: "alert" });
  const send = make("button", { type: "submit", textContent: say("send") });
  const sheet = make("form", { noValidate: true }, ...OBJECTS.map((name) => question(name, form.levels)), why, words(), fault, send);
  const levels = () => Object.fromEntries(OBJECTS.map((name) => [name, new FormData(sheet).get(name)]));
  sheet.addEventListener("change", () => {
    why.hidden = !Object.values(levels()).some((level) => bad.has(level));
  });
  sheet.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = new FormData(sheet);
    const judgement = {
      ...levels(),
      details: why.hidden ? [] : data.getAll("details"),
      text: data.get("text"),
      anonymous: data.has("anonymous"),
    };
    fault.textContent = wrong(judgement, why);
    if (!fault.textContent) {
      await submit(judgement, send, fault);
    }
  });
  show(heading(form), sheet, otherLanguage());
}

function wrong(judgement, why) {
  const missing = OBJECTS.filter((name) => !judgement[name]);
  if (missing.length > 0) {
    return say("missing", missing.map((name) => say(name)));
  }
  return !why.hidden && judgement.details.length === 0 && !judgement.text.trim() ? say("whyMissing") : "";
}

async function submit(judgement, send, fault) {
  send.disabled = true;
  send.textContent = say("sending");
  try {
    const thanks = await ask("POST", judgement);
    const card = make("div", { className: "card" }, make("h1", { textContent: say("thanks") }));
    card.append(make("p", { textContent: say("counted", thanks.overallName) }));
    if (thanks.rectification && !judgement.anonymous) {
      card.append(make("p", { textContent: say("follows", thanks.answerBy) }));
    }
    show(card);
  } catch (error) {
    fault.textContent = error instanceof TypeError ? say("offline") : error.message;
    send.disabled = false;
    send.textContent = say("send");
  }
}

async function open() {
  if (!token) {
    tell(say("none"));
    return;
  }
  try {
    draw(await ask("GET"));
  } catch (error) {
    tell(error instanceof TypeError ? say("offline") : error.message);
  }
}

open();
