// Choosing a variant or a picture without leaving the page. Everything works without this file: each choice is a link.
let turn = 0;
addEventListener("click", async event => {
  const link = event.target.closest("a.choice, a.thumb");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const mine = ++turn;
  const product = document.getElementById("product");
  product.classList.add("busy");
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== turn) return;
    for (const part of ["gallery", "offer", "choices", "facts"]) {
      document.getElementById(part)?.replaceChildren(...page.getElementById(part).childNodes);
    }
    history.replaceState(null, "", link.href);
    document.getElementById(link.id)?.focus({preventScroll: true});
  } catch {
    location.assign(link.href);
  } finally {
    if (mine === turn) product.classList.remove("busy");
  }
});

// Lists follow a choice at once, without leaving the page.
document.documentElement.classList.add("scripted");
let asked = 0;
let shown = location.pathname + location.search;

function wish(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, value);
  const text = query.toString();
  return form.getAttribute("action") + (text && "?" + text);
}

async function show(href, remember) {
  const mine = ++asked;
  const form = document.getElementById("shelf");
  form.classList.add("busy");
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== asked) return;
    if (!page.getElementById("found") || !page.getElementById("facets")) throw new Error("another page");
    const active = document.activeElement;
    const open = new Map([...form.querySelectorAll("details")].map(one => [one.dataset.facet, one.open]));
    for (const part of ["facets", "chips", "found"]) {
      document.getElementById(part).replaceChildren(...page.getElementById(part).childNodes);
    }
    document.getElementById("count").textContent = page.getElementById("count").textContent;
    form.querySelector(".open-filters")?.replaceChildren(...page.querySelector(".open-filters").childNodes);
    form.elements.sort.value = page.getElementById("shelf").elements.sort.value;
    for (const one of form.querySelectorAll("details")) if (open.has(one.dataset.facet)) one.open = open.get(one.dataset.facet);
    if (active?.name && !active.isConnected) {
      [...form.elements].find(one => one.name === active.name && one.value === active.value)?.focus();
    } else if (active && !active.isConnected) {
      (form.querySelector(".chip") ?? form.elements.sort).focus();
    }
    document.title = page.title;
    const address = new URL(href, location.href);
    shown = address.pathname + address.search;
    if (remember) history.pushState(null, "", shown + location.hash);
  } catch {
    location.assign(href);
  } finally {
    if (mine === asked) form.classList.remove("busy");
  }
}

const list = document.getElementById("shelf");
if (list && document.getElementById("facets")) {
  list.addEventListener("change", () => list.checkValidity() && show(wish(list), true));
  list.addEventListener("submit", event => {
    event.preventDefault();
    if (location.hash === "#filters") location.hash = "#shelf";
    const href = wish(list);
    if (new URL(href, location.href).search !== location.search) show(href, true);
  });
  list.addEventListener("click", event => {
    const link = event.target.closest(".chip, .chip-all");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href, true);
  });
  addEventListener("popstate", () => {
    const now = location.pathname + location.search;
    if (now !== shown) show(now, false);
  });
} else if (list) {
  list.addEventListener("change", () => location.assign(wish(list)));
}
addEventListener("keydown", event => {
  if (event.key === "Escape" && location.hash === "#filters") {
    location.hash = "#shelf";
    document.querySelector(".open-filters")?.focus();
  }
});

// What is typed into a search box is answered with what may be meant.
for (const box of document.querySelectorAll(".find-text")) {
  const form = box.form;
  const hints = document.createElement("ul");
  hints.className = "hints";
  hints.id = box.id + "-hints";
  hints.setAttribute("role", "listbox");
  hints.setAttribute("aria-label", "Suggestions");
  hints.hidden = true;
  form.append(hints);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", hints.id);
  box.setAttribute("aria-expanded", "false");
  let timer;
  let call = 0;
  let chosen = -1;

  const close = () => {
    call++;
    clearTimeout(timer);
    hints.hidden = true;
    choose(-1);
    box.setAttribute("aria-expanded", "false");
  };
  const choose = index => {
    chosen = index;
    [...hints.children].forEach((hint, i) => hint.setAttribute("aria-selected", i === index));
    if (index < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", hints.children[index].id);
  };
  const hint = (item, i) => {
    const line = document.createElement("li");
    line.id = hints.id + "-" + i;
    line.className = "hint";
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.dataset.href = item.href;
    for (const [text, look] of [[item.title, ""], [item.kind, "hint-kind"]]) {
      if (!text) continue;
      const part = document.createElement("span");
      part.textContent = text;
      part.className = look;
      line.append(part);
    }
    return line;
  };
  const ask = async () => {
    const mine = ++call;
    const query = new URLSearchParams(new FormData(form));
    try {
      const response = await fetch("/search/suggest?" + query);
      const { items } = await response.json();
      if (mine !== call) return;
      hints.replaceChildren(...items.map(hint));
      hints.hidden = !items.length;
      choose(-1);
      box.setAttribute("aria-expanded", String(!hints.hidden));
    } catch {
      if (mine === call) close();
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (box.value.trim().length < 2) close();
    else timer = setTimeout(ask, 150);
  });
  box.addEventListener("keydown", event => {
    const count = hints.hidden ? 0 : hints.children.length;
    if (event.key === "Escape" && count) {
      event.preventDefault();
      close();
    } else if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === "Enter" && count && chosen >= 0) {
      event.preventDefault();
      location.assign(hints.children[chosen].dataset.href);
    }
  });
  hints.addEventListener("mousedown", event => event.preventDefault());
  hints.addEventListener("click", event => {
    const line = event.target.closest(".hint");
    if (line) location.assign(line.dataset.href);
  });
  box.addEventListener("blur", close);
}
