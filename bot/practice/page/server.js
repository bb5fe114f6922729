// The practice server: what people do goes there, and the whole state comes back as events.

const AGAIN = 2000;

/** Do something. Gives the server's answer; throws an Error with its sentence when it is refused. */
export async function post(path, body) {
  const response = await fetch(`/page/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export class Line {
  /** `onState` gets each state, `onOpen` whether the line is open, `onRefused` that nobody answers for these people. */
  constructor(onState, onOpen, onRefused) {
    this.onState = onState;
    this.onOpen = onOpen;
    this.onRefused = onRefused;
    this.source = null;
  }

  /** Watch the workspace as these two people see it. The browser opens a lost line again by itself. */
  watch(filer, staff) {
    this.source?.close();
    this.source = new EventSource(`/page/live?filer=${encodeURIComponent(filer)}&staff=${encodeURIComponent(staff)}`);
    this.source.addEventListener("open", () => this.onOpen(true));
    this.source.addEventListener("error", () => this.lost());
    this.source.addEventListener("message", (event) => this.onState(JSON.parse(event.data)));
  }

  lost() {
    this.onOpen(false);
    if (this.source.readyState === EventSource.CLOSED) setTimeout(this.onRefused, AGAIN);
  }
}
