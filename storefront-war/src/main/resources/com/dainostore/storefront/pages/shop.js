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
