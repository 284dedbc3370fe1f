// Makes the console nicer; nothing needs it.
(() => {
  document.documentElement.classList.add('scripted');
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (!button || !navigator.clipboard) return;
    navigator.clipboard.writeText(button.dataset.copy).then(() => {
      const said = button.querySelector('.said');
      said.textContent = 'Copied';
      button.classList.add('done');
      setTimeout(() => { said.textContent = ''; button.classList.remove('done'); }, 2000);
    });
  });
  // One press is enough: a second one while the first is on its way would do it twice.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
  // Whoever has typed is asked before the page goes; the bar that saves it comes with the first change.
  const kept = document.querySelector('form.kept, form[data-savebar]');
  if (kept) {
    let changed = kept.dataset.savebar === 'changed';
    kept.addEventListener('input', () => { changed = true; kept.dataset.savebar = 'changed'; });
    kept.addEventListener('submit', () => { changed = false; });
    kept.querySelectorAll('.savebar a').forEach(discard => discard.addEventListener('click', () => { changed = false; }));
    addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
})();
