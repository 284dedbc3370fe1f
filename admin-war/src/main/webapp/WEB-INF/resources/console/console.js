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
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
  // One press is enough: a second one while the first is on its way would do it twice.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
  // Files are told before they are sent, can be dropped, and show how far they are.
  const upload = document.querySelector('form[data-upload]');
  if (upload) {
    const input = upload.querySelector('input[type=file]'), sending = upload.querySelector('.sending');
    const said = sending.querySelector('[role=status]'), sent = sending.querySelector('progress');
    upload.addEventListener('dragover', event => { event.preventDefault(); upload.classList.add('over'); });
    upload.addEventListener('dragleave', () => upload.classList.remove('over'));
    upload.addEventListener('drop', event => {
      event.preventDefault();
      upload.classList.remove('over');
      input.files = event.dataTransfer.files;
    });
    upload.addEventListener('submit', event => {
      if (!input.files.length || upload.dataset.sent) return;
      event.preventDefault();
      const request = new XMLHttpRequest();
      request.upload.addEventListener('progress', part => {
        sent.value = 100 * part.loaded / part.total;
        said.textContent = part.loaded < part.total ? `${Math.floor(sent.value)} % sent` : 'Sent. The pictures are being checked.';
      });
      request.addEventListener('load', () => location.assign(request.responseURL));
      request.addEventListener('error', () => {
        delete upload.dataset.sent;
        said.textContent = 'The connection broke off. Try again.';
      });
      request.open('POST', upload.action);
      request.send(new FormData(upload));
      upload.dataset.sent = 'yes';
      sending.hidden = false;
      said.textContent = `Sending ${input.files.length === 1 ? 'one file' : `${input.files.length} files`}`;
    });
  }
  // What is chosen of the look is shown at once, drawn by the same code as the shop; a colour can be picked.
  const look = document.querySelector('form[data-preview]');
  if (look) {
    let waiting, asked = 0;
    const draw = async () => {
      const fields = new URLSearchParams(new FormData(look)), mine = ++asked;
      fields.set(look.dataset.preview, 'yes');
      const answer = await fetch(look.action, { method: 'POST', body: fields });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('preview');
      if (mine !== asked || !fresh) return;
      document.getElementById('preview').replaceChildren(...fresh.childNodes);
      look.querySelectorAll('[data-pot]').forEach(pot => {
        if (pot !== document.activeElement) pot.value = page.querySelector(`[data-pot=${pot.dataset.pot}]`).value;
      });
    };
    look.addEventListener('input', event => {
      const pot = event.target.dataset.pot;
      if (pot) document.getElementById(pot).value = event.target.value;
      clearTimeout(waiting);
      waiting = setTimeout(draw, 150);
    });
  }
  // One box ticks all of a list.
  document.addEventListener('change', event => {
    const name = event.target.dataset?.ticks;
    if (name) event.target.form.querySelectorAll(`input[name="${name}"]`).forEach(box => { box.checked = event.target.checked; });
  });
  // Whoever has typed is asked before the page goes; the bar that saves it comes with the first change.
  const kept = document.querySelector('form.kept, form[data-savebar]');
  if (kept) {
    let changed = kept.dataset.savebar === 'changed';
    const change = () => { changed = true; kept.dataset.savebar = 'changed'; };
    kept.addEventListener('input', change);
    kept.addEventListener('submit', () => { changed = false; });
    kept.querySelectorAll('.savebar a').forEach(discard => discard.addEventListener('click', () => { changed = false; }));
    addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
    // A button that only changes the shape of the form: the part that it names is taken from the answer, the rest stays.
    const reshape = async button => {
      const part = document.getElementById(button.dataset.part);
      part.inert = true;
      try {
        const answer = await fetch(kept.action, { method: 'POST', body: new URLSearchParams(new FormData(kept, button)) });
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
        part.replaceWith(fresh);
        document.getElementById(fresh.dataset.focus)?.focus();
        change();
      } catch {
        part.inert = false;
        kept.requestSubmit(button);
      }
    };
    kept.addEventListener('click', event => {
      const button = event.target.closest('button[data-part]');
      if (button) { event.preventDefault(); reshape(button); }
    });
    kept.addEventListener('keydown', event => {
      const button = event.key === 'Enter' && document.getElementById(event.target.dataset.enter);
      if (button) { event.preventDefault(); button.click(); }
    });
  }
})();
