// Moves the board by itself: on every event the server's own rendering of it is fetched and put in place. EventSource comes back by itself and says what it had last.
const board = document.querySelector("[data-live-board]");

if (board) {
  let shown = "";
  let fetching = false;
  let again = false;

  const refresh = async () => {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    do {
      again = false;
      const answer = await fetch(board.dataset.liveBoard, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const html = await answer.text();
        if (html !== shown) {
          replace(html);
          shown = html;
        }
      }
    } while (again);
    fetching = false;
  };

  // What the reader opened stays open.
  const replace = (html) => {
    const open = [...board.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent.split(":")[0]);
    board.innerHTML = html;
    for (const summary of board.querySelectorAll("details > summary"))
      summary.parentElement.open = open.includes(summary.textContent.split(":")[0]);
  };

  let state = board.dataset.state;
  new EventSource(board.dataset.events).addEventListener("state", (event) => {
    // The first event usually says what the page shows already.
    if (event.lastEventId !== state) refresh();
    state = event.lastEventId;
  });
}
