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
    const quantity = document.getElementById("quantity")?.value;
    for (const part of ["gallery", "offer", "choices", "order", "facts"]) {
      document.getElementById(part)?.replaceChildren(...page.getElementById(part).childNodes);
    }
    document.getElementById("told").replaceChildren();
    if (quantity) document.getElementById("quantity")?.setAttribute("value", quantity);
    history.replaceState(null, "", link.href);
    document.getElementById(link.id)?.focus({preventScroll: true});
  } catch {
    location.assign(link.href);
  } finally {
    if (mine === turn) product.classList.remove("busy");
  }
});
// How many pieces are in the cart: pages are the same for everybody, so they learn it from a cookie.
const count = () => {
  const pieces = /(?:^|; )cart-count=(\d{1,6})(?:;|$)/.exec(document.cookie)?.[1];
  document.getElementById("cart-count")?.replaceChildren(pieces && pieces !== "0" ? ` (${pieces})` : "");
};
count();
addEventListener("pageshow", count);
// Putting something into the cart without leaving the page; otherwise the form leads to the cart.
addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("form.add") || event.defaultPrevented) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const told = document.getElementById("told");
  told.replaceChildren();
  try {
    const response = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual"});
    if (response.type === "opaqueredirect") {
      told.append(document.getElementById("added").content.cloneNode(true));
    } else {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const words = document.createElement("p");
      words.className = "error";
      words.textContent = page.querySelector("#errors li").textContent;
      told.append(words);
    }
    count();
  } catch {
    form.submit();
  } finally {
    form.ariaBusy = null;
  }
});
