import type { Json } from "../json/is-object.js";

/** A cause and its fix, each a sentence without what the text holds. */
export interface Remark {
  readonly message: string;
  readonly fix: string;
}

/** The text around a token. */
export interface Around extends Remark {
  /** Whether the token is whole in its place, as in the answer of an endpoint; otherwise the text is a damaged token. */
  readonly intact: boolean;
}

/** A token in a text. */
export interface FoundToken {
  readonly kind: "token";
  readonly token: string;
  /** The line that it starts in, from 1. */
  readonly line: number;
  /** Undefined when there is nothing around it. */
  readonly around: Around | undefined;
}

/** The claims of a token, decoded and without a signature. */
export interface FoundClaims {
  readonly kind: "claims";
  readonly claims: Json;
  readonly line: number;
}

/** A text that holds no token, for a known reason. */
export interface FoundReason extends Remark {
  readonly kind: "reason";
  readonly line: number;
}

export type Found = FoundToken | FoundClaims | FoundReason;
