import type { IncomingMessage } from "node:http";
import {
  type JoinResponse,
  RequestResponse_Reason,
  SignalRequest,
  SignalResponse,
  type TrackSource,
  TrackType,
} from "@livekit/protocol";
import WebSocket from "ws";
import type { LiveKitServer } from "./server.js";

/** A version of the signal protocol in which the server answers requests that it rejects. */
const PROTOCOL = 16;

const TIMEOUT_MS = 5_000;

/** The server's refusal of a join. */
export class JoinRefused extends Error {
  override readonly name = "JoinRefused";
  constructor(
    readonly status: number,
    readonly text: string,
  ) {
    super(`${status} ${text}`);
  }
}

type Message = SignalResponse["message"];

/** A participant with a signal connection and without media. */
export class Participation {
  readonly #socket: WebSocket;
  readonly #received: Message[] = [];
  readonly #closed: Promise<void>;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#closed = new Promise((resolve) => socket.once("close", () => resolve()));
    socket.on("message", (data: Buffer) => this.#received.push(SignalResponse.fromBinary(data).message));
  }

  /**
   * Joins a room as a client SDK does.
   *
   * @throws JoinRefused with the status and text of the server's response
   */
  static async join(server: LiveKitServer, token: string): Promise<Participation> {
    const query = new URLSearchParams({ access_token: token, protocol: String(PROTOCOL), auto_subscribe: "1" });
    const socket = new WebSocket(`${server.wsUrl}/rtc?${query}`);
    const participation = new Participation(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
      socket.once("unexpected-response", (_request, answer) => {
        textOf(answer).then((text) => reject(new JoinRefused(answer.statusCode ?? 0, text)), reject);
      });
    }).catch((error: unknown) => {
      socket.once("error", () => {}).terminate();
      throw error;
    });
    return participation;
  }

  /** Returns the server's response to the join. */
  async response(): Promise<JoinResponse> {
    return this.#answer((message) => (message.case === "join" ? message.value : undefined));
  }

  /** Announces a track. Returns "published", or the reason of the refusal. */
  async publish(source: TrackSource): Promise<string> {
    const cid = `track-${this.#received.length}`;
    this.#send({ case: "addTrack", value: { cid, source, type: TrackType.VIDEO } });
    return this.#answer((message) => {
      if (message.case === "trackPublished" && message.value.cid === cid) return "published";
      if (message.case !== "requestResponse" || message.value.request.case !== "addTrack") return undefined;
      const { reason, request } = message.value;
      return request.value.cid === cid ? RequestResponse_Reason[reason] : undefined;
    });
  }

  /** Changes the participant's own metadata. Returns "OK", or the reason of the refusal. */
  async updateMetadata(metadata: string): Promise<string> {
    this.#send({ case: "updateMetadata", value: { requestId: 1, metadata } });
    return this.#answer((message) =>
      message.case === "requestResponse" && message.value.request.case === "updateMetadata"
        ? RequestResponse_Reason[message.value.reason]
        : undefined,
    );
  }

  async leave(): Promise<void> {
    this.#send({ case: "leave", value: {} });
    this.#socket.close();
    await this.#closed;
  }

  #send(message: NonNullable<ConstructorParameters<typeof SignalRequest>[0]>["message"]): void {
    this.#socket.send(new SignalRequest({ message: message ?? { case: undefined } }).toBinary());
  }

  /** Returns the first result of `pick` that is not undefined, for messages already received or later ones. */
  #answer<T>(pick: (message: Message) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.#received.map(pick).find((picked) => picked !== undefined);
        if (found === undefined) return;
        done();
        resolve(found);
      };
      const fail = (): void => {
        done();
        reject(new Error(`the server did not answer; it sent ${this.#received.map((message) => message.case)}`));
      };
      const timer = setTimeout(fail, TIMEOUT_MS);
      const done = (): void => {
        clearTimeout(timer);
        this.#socket.off("message", look).off("close", fail);
      };
      this.#socket.on("message", look).on("close", fail);
      look();
    });
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
