import { fromFragment } from "../../report/permalink.js";
import type { Inspection, Question } from "../inspection.js";
import { ChangePanel } from "./change-panel.js";
import { byId, h } from "./dom.js";
import { type Engine, Superseded } from "./engine.js";
import { mintExample } from "./example.js";
import { showInspection } from "./panels.js";
import { SharePanel } from "./share-panel.js";

export interface Engines {
  readonly inspector: Engine;
  readonly minter: Engine;
}

/** A longer text is kept out of the text box, which takes long to lay it out. */
const LONGEST_IN_BOX = 50_000;

/** More than any token or log that somebody pastes; the command line reads longer ones. */
const LONGEST_TEXT = 8 * 1024 * 1024;

/** After this many milliseconds without a key the text is looked at, in which time fast typists go on. */
const PAUSE = 120;

/** Times pass, so the verdict is looked at anew. */
const REFRESH = 30_000;

/** Wires the page up: each change of the text, the clock, the key or the room asks anew. */
export function startPage({ inspector, minter }: Engines): void {
  const text = byId<HTMLTextAreaElement>("text");
  const which = byId<HTMLSelectElement>("which");
  const inputs = ["now", "room", "api-key", "secret"].map((id) => byId<HTMLInputElement>(id));
  const [now, room, apiKey, secret] = inputs as [
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
    HTMLInputElement,
  ];
  /** A text that is too long for the box. */
  let held: string | undefined;
  let inspection: Inspection | undefined;
  let timer: number | undefined;
  let turns = 0;

  const textNow = (): string => held ?? text.value;
  const question = (): Question => ({
    text: textNow(),
    which: Number(which.value || 0),
    now: now.value,
    apiKey: apiKey.value.trim(),
    secret: secret.value,
    room: room.value,
  });
  const share = new SharePanel(() => ({ text: textNow(), now: now.value, claims: inspection?.claims ?? null }));
  const change = new ChangePanel(minter, {
    key: () => ({ apiKey: apiKey.value.trim(), secret: secret.value }),
    payload: () => inspection?.payload ?? null,
    inspect: (token) => setText(token),
  });

  const ask = async (isRefresh = false): Promise<void> => {
    const asked = question();
    const turn = ++turns;
    byId("result").setAttribute("aria-busy", "true");
    if (asked.text.trim() === "") {
      inspection = undefined;
      byId("result").hidden = true;
      byId("signature").textContent = "";
      byId("announce").textContent = "";
      share.update();
      return;
    }
    const slow = setTimeout(() => {
      byId("announce").textContent = "Reading the text…";
    }, 500);
    try {
      const answer = await inspector.ask("inspect", asked);
      // The text is another one by now.
      if (turn !== turns) return;
      inspection = answer;
      listTokens(inspection.lines);
      showInspection(inspection);
      if (!isRefresh) byId("announce").textContent = inspection.verdict.message;
      byId("result").hidden = false;
      byId("result").setAttribute("aria-busy", "false");
      share.update();
    } catch (error) {
      if (error instanceof Superseded) return;
      byId("announce").textContent = "";
      byId("verdict").className = "bad";
      byId("verdict").textContent = `The page failed: ${(error as Error).message}`;
      byId("result").hidden = false;
    } finally {
      clearTimeout(slow);
    }
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    // What is being answered is of an older text.
    turns++;
    byId("result").setAttribute("aria-busy", "true");
    timer = setTimeout(ask, PAUSE);
  };

  const listTokens = (lines: readonly number[]): void => {
    byId("which-label").hidden = lines.length < 2;
    if (which.options.length === lines.length) return;
    const chosen = Number(which.value || 0);
    which.replaceChildren(
      ...lines.map((line, index) => h("option", { value: String(index) }, `${index + 1}, in line ${line}`)),
    );
    which.value = String(chosen < lines.length ? chosen : 0);
  };

  /** Keeps a text that is too long for the box out of it. */
  const hold = (value: string): void => {
    const { length } = value;
    const isHeld = length > LONGEST_IN_BOX;
    byId("held").hidden = !isHeld;
    text.readOnly = isHeld;
    held = undefined;
    if (!isHeld) return;
    const isTooLong = length > LONGEST_TEXT;
    held = isTooLong ? "" : value;
    text.value = value.slice(0, 1000);
    byId("held").textContent = isTooLong
      ? `The text has ${length} characters, of which this page reads ${LONGEST_TEXT} at most. Use npx livekit-claims inspect < FILE.`
      : `The text has ${length} characters. The box shows the first 1000; all of them are read.`;
  };
  const setText = (value: string): void => {
    if (value.length <= LONGEST_IN_BOX) text.value = value;
    hold(value);
    which.replaceChildren();
    text.scrollIntoView({ block: "nearest" });
    clearTimeout(timer);
    void ask();
  };

  text.addEventListener("input", () => {
    which.replaceChildren();
    hold(text.value);
    askSoon();
  });
  // A box takes seconds to lay out what is long, so that does not get there.
  const takeLong = (event: Event, data: DataTransfer | null): void => {
    const given = data?.getData("text/plain") ?? "";
    if (given.length <= LONGEST_IN_BOX) return;
    event.preventDefault();
    setText(given);
  };
  text.addEventListener("paste", (event) => takeLong(event, event.clipboardData));
  text.addEventListener("drop", (event) => takeLong(event, event.dataTransfer));
  which.addEventListener("change", () => void ask());
  for (const input of inputs) input.addEventListener("input", askSoon);
  byId("clear").addEventListener("click", () => {
    setText("");
    text.focus();
  });
  byId("example").addEventListener("click", async () => setText(await mintExample(minter)));
  setInterval(() => {
    if (!document.hidden && held === undefined && now.value === "" && inspection !== undefined) void ask(true);
  }, REFRESH);

  const shared = fromFragment(location.hash);
  // What a link brought does not stay in the address, which is copied and kept in histories.
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
  now.value = shared.now;
  change.start();
  setText(shared.text || text.value);
}
