// Completes what an expert types from the service's suggestions, through the browser's own list: it is native, accessible and small.
const boxes = document.querySelectorAll("[data-diagnosis-box]");

boxes.forEach((box, i) => {
  const list = document.createElement("datalist");
  list.id = `diagnoses-${i}`;
  box.after(list);
  box.setAttribute("list", list.id);
  let timer;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (box.value.trim().length < 2) return;
      const answer = await fetch(`/api/v1/diagnoses?q=${encodeURIComponent(box.value)}`);
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).map(({ label }) => {
        const option = document.createElement("option");
        option.value = label;
        return option;
      }));
    }, 200);
  });
});
