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

/** The version of the signal protocol that is spoken: one in which the server answers requests that it refuses. */
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

/** A participant as far as the signal connection makes one, short of any media. */
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
   * @throws JoinRefused with the status and text that the server gives in place of a connection
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

  /** What the server answers the join with. */
  async response(): Promise<JoinResponse> {
    return this.#answer((message) => (message.case === "join" ? message.value : undefined));
  }

  /** Announces a track: "published", or why not. */
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

  /** Gives oneself other metadata: "OK", or why not. */
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

  /** The first message, received already or to come, that something is made of. */
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
        reject(new Error(`no answer came; the server sent ${this.#received.map((message) => message.case)}`));
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
