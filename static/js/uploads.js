// Sends the files of a form with data-upload one after another, each in a request of its own, with its progress. What did not arrive
// is offered to be sent again, alone; the server attaches nothing twice. Without this file the form sends all files at once.
(() => {
  const FAILED = 0;
  const TOO_LARGE = 413;

  function element(tag, className, text = "") {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // XMLHttpRequest, because fetch does not tell how much of a request has gone out.
  function post(url, body, onProgress) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) onProgress(Math.floor((100 * event.loaded) / event.total));
      });
      request.addEventListener("loadend", () => {
        const isJson = (request.getResponseHeader("Content-Type") ?? "").startsWith("application/json");
        resolve({ status: request.status, said: isJson ? JSON.parse(request.responseText) : null });
      });
      request.open("POST", url);
      request.send(body);
    });
  }

  function row(file) {
    const item = element("li", "ikz-upload");
    const progress = element("progress", "ikz-upload__bar");
    const state = element("p", "ikz-upload__state", words("uploadWaiting"));
    item.tabIndex = -1;
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute("aria-label", words("uploadBar", { name: file.name }));
    item.append(element("p", "ikz-upload__name", file.name), progress, state);
    return { item, progress, state };
  }

  function attach(form) {
    const list = form.querySelector("[data-upload-list]");
    const status = form.querySelector("[data-upload-status]");
    const files = form.querySelector("input[type=file]");
    const purpose = form.querySelector("select");
    const key = form.querySelector("input[name=idempotency_key]");
    const waiting = [];
    let isRunning = false;
    let sent = 0;
    let attached = 0;
    let held = 0;

    function bodyOf(task) {
      const body = new FormData();
      body.set("csrf_token", form.querySelector("input[name=csrf_token]").value);
      body.set("idempotency_key", task.key);
      body.set("purpose", task.purpose);
      body.set("file", task.file);
      return body;
    }

    function offerAgain(task) {
      const buttons = element("div", "ikz-buttons");
      const again = element("button", "kern-btn kern-btn--secondary");
      again.type = "button";
      again.setAttribute("aria-label", `${words("uploadAgain")}: ${task.file.name}`);
      again.append(element("span", "kern-label", words("uploadAgain")));
      buttons.append(again);
      again.addEventListener("click", () => {
        buttons.remove();
        task.item.focus();
        task.item.classList.remove("ikz-upload--failed");
        task.progress.hidden = false;
        task.progress.value = 0;
        task.state.textContent = words("uploadWaiting");
        enqueue([task]);
      });
      task.item.append(buttons);
    }

    // What would be altered is not attached yet: the way leads to the choice, which stands further up.
    function offerChoice(task) {
      const link = element("a", "ikz-link", words("uploadDecide"));
      link.href = "#entscheiden";
      link.setAttribute("aria-label", `${words("uploadDecide")}: ${task.file.name}`);
      task.item.append(link);
    }

    function show(task, { status: code, said }) {
      const isDone = code === 200 && said !== null;
      const isRefused = !isDone && (code === TOO_LARGE || (said !== null && code < 500));
      const text = said?.message ?? words(code === TOO_LARGE ? "uploadTooLarge" : "uploadFailed", { name: task.file.name });
      task.progress.hidden = true;
      task.state.textContent = text;
      task.item.classList.toggle("ikz-upload--done", isDone && !said.held);
      task.item.classList.toggle("ikz-upload--held", isDone && said.held === true);
      task.item.classList.toggle("ikz-upload--failed", !isDone);
      status.textContent = text;
      if (isDone) {
        if (said.held) {
          held += 1;
          offerChoice(task);
        } else attached += 1;
        key.value = said.key;
      } else if (!isRefused) offerAgain(task);
    }

    async function run() {
      isRunning = true;
      while (waiting.length > 0) {
        const task = waiting.shift();
        sent += 1;
        // What is sent again keeps its key: had it arrived after all, it is answered as it was then.
        task.key ||= key.value;
        status.textContent = words("uploadSending", { name: task.file.name, n: sent, all: sent + waiting.length });
        const onProgress = (percent) => {
          task.progress.value = percent;
          task.state.textContent = percent < 100 ? `${percent} %` : words("uploadChecking");
        };
        show(task, await post(form.dataset.upload, bodyOf(task), onProgress).catch(() => ({ status: FAILED, said: null })));
      }
      isRunning = false;
      if (sent > 1) {
        const waits = held > 0 ? ` ${words("uploadHeld", { n: held })}` : "";
        status.textContent = words("uploadSummary", { done: attached, all: sent }) + waits;
      }
      if (attached + held > 0) document.body.dispatchEvent(new Event("attached"));
      sent = attached = held = 0;
    }

    function enqueue(tasks) {
      waiting.push(...tasks);
      if (!isRunning) run();
    }

    form.addEventListener("submit", (event) => {
      if (files.files.length === 0) return; // the server says that none was chosen
      event.preventDefault();
      if (!purpose.value) {
        purpose.setCustomValidity(words("uploadPurpose"));
        purpose.reportValidity();
        return;
      }
      if (!isRunning) for (const old of list.querySelectorAll(".ikz-upload--done, .ikz-upload--held")) old.remove();
      const tasks = [...files.files].map((file) => ({ file, purpose: purpose.value, ...row(file) }));
      list.append(...tasks.map((task) => task.item));
      list.hidden = false;
      files.value = "";
      enqueue(tasks);
    });
    purpose.addEventListener("change", () => purpose.setCustomValidity(""));
    window.addEventListener("beforeunload", (event) => {
      if (isRunning) event.preventDefault();
    });
  }

  for (const form of document.querySelectorAll("form[data-upload]")) attach(form);
})();
