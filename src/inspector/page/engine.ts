import { type Inspection, inspectText, type Question } from "../inspection.js";
import { type Minted, type MintRequest, mintToken } from "../minting.js";
import { SCHEMA } from "./schema.js";

/** The tasks of the worker, with their input and output. */
interface Tasks {
  inspect: { readonly input: Question; readonly output: Inspection };
  mint: { readonly input: MintRequest; readonly output: Minted };
}

type TaskName = keyof Tasks;

interface Request<Name extends TaskName = TaskName> {
  readonly id: number;
  readonly name: Name;
  readonly input: Tasks[Name]["input"];
}

const WORK: { readonly [Name in TaskName]: (input: Tasks[Name]["input"]) => Promise<Tasks[Name]["output"]> } = {
  inspect: (question) => inspectText(question, SCHEMA),
  mint: mintToken,
};

/** Answers requests of the page. Called in the worker. */
export function serveRequests(): void {
  self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
    const work = WORK[data.name] as (input: unknown) => Promise<unknown>;
    work(data.input).then(
      (output) => self.postMessage({ id: data.id, output }),
      (error: Error) => self.postMessage({ id: data.id, error: error.message }),
    );
  });
}

interface Pending {
  readonly id: number;
  readonly name: TaskName;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Does the work of the page in a worker, so that no text freezes it. The worker runs the script of the page, whose policy it
 * inherits. A question that comes while another is being answered takes its place: the worker starts anew.
 */
export class Engine {
  readonly #url: string;
  #worker: Worker;
  #pending: Pending | undefined;
  #count = 0;

  /** @param script the source of the page's script */
  constructor(script: string) {
    this.#url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    this.#worker = this.#start();
  }

  ask<Name extends TaskName>(name: Name, input: Tasks[Name]["input"]): Promise<Tasks[Name]["output"]> {
    if (this.#pending !== undefined) {
      this.#worker.terminate();
      this.#pending.reject(new Superseded());
      this.#worker = this.#start();
    }
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#pending = { id, name, resolve, reject };
      this.#worker.postMessage({ id, name, input } satisfies Request);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#url);
    worker.addEventListener("message", ({ data }: MessageEvent<{ id: number; output?: unknown; error?: string }>) => {
      const pending = this.#pending;
      if (pending?.id !== data.id) return;
      this.#pending = undefined;
      if (data.error === undefined) pending.resolve(data.output as never);
      else pending.reject(new Error(data.error));
    });
    worker.addEventListener("error", (event) => {
      this.#pending?.reject(new Error(event.message || "the browser does not start the worker of the page"));
      this.#pending = undefined;
    });
    return worker;
  }
}

/** The error of a question whose place another one took. */
export class Superseded extends Error {}
