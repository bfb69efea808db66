// Marks, while one types, that a text may identify the patient. It only hints; the server checks again whatever happens here.
const form = document.querySelector("[data-identifier-preview]");

if (form) {
  const fields = ["title", "presentation", "history", "examination", "investigations", "question"]
    .map((name) => form.elements.namedItem(name)).filter(Boolean);
  const note = (field) => {
    const id = `${field.id}-preview`;
    let element = document.getElementById(id);
    if (!element) {
      element = document.createElement("p");
      element.id = id;
      element.className = "preview small";
      element.setAttribute("role", "status");
      field.after(element);
    }
    return element;
  };

  const show = (field, findings) => {
    const element = note(field);
    element.replaceChildren();
    if (findings.length === 0) return;
    element.append("May identify the patient: ");
    findings.forEach((finding, i) => {
      if (i > 0) element.append(", ");
      const mark = document.createElement("mark");
      mark.textContent = field.value.substr(finding.offset, finding.length);
      element.append(mark, ` → ${finding.suggestion || "nothing"}`);
    });
  };

  const check = async () => {
    const body = Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.name, field.value]));
    if (Object.keys(body).length === 0) return;
    const answer = await fetch("/api/v1/cases/screen", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    if (!answer.ok) return;
    const { findings } = await answer.json();
    for (const field of fields) show(field, findings.filter((finding) => finding.field === field.name));
  };

  let timer;
  form.addEventListener("input", (event) => {
    if (!fields.includes(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(check, 400);
  });
}
