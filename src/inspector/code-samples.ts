import { isObject, type Json } from "../json/is-object.js";

/** Programs that mint the same token, by language. */
export interface CodeSamples {
  readonly TypeScript: string;
  readonly Python: string;
  readonly Go: string;
}

export interface SampleInput {
  /** The claims that are given to be signed. */
  readonly claims: Json;
  /** The claims that were signed. */
  readonly payload: Json;
  readonly ttl: string;
  readonly seconds: number;
  readonly compact: boolean;
  readonly allowSensitive: boolean;
}

/**
 * Writes programs that mint a token with the same claims, whose key and secret they read from the environment. Those in
 * languages that this library is not written in sign the whole payload.
 */
export function codeSamples(input: SampleInput): CodeSamples {
  return { TypeScript: typeScript(input), Python: python(input), Go: go(input) };
}

function typeScript({ claims, ttl, compact, allowSensitive }: SampleInput): string {
  return `import { AccessToken } from "livekit-claims";

// Reads LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
const token = await AccessToken.fromEnv()${ttl.trim() === "" ? "" : `\n  .withTtl(${JSON.stringify(ttl.trim())})`}
  .withClaims(${JSON.stringify(claims, null, 2).replaceAll("\n", "\n  ")})${allowSensitive ? "\n  .allowSensitiveCredentials()" : ""}
  .toJwt(${compact ? "{ compact: true }" : ""});
console.log(token);
`;
}

/** How a language writes values. JSON's escapes of texts are those of Python and Go too. */
interface Notation {
  readonly constants: Readonly<Record<"true" | "false" | "null", string>>;
  readonly list: readonly [open: string, close: string];
  readonly map: readonly [open: string, close: string];
  readonly indent: string;
}

const PYTHON: Notation = {
  constants: { true: "True", false: "False", null: "None" },
  list: ["[", "]"],
  map: ["{", "}"],
  indent: "    ",
};

const GO: Notation = {
  constants: { true: "true", false: "false", null: "nil" },
  list: ["[]any{", "}"],
  map: ["map[string]any{", "}"],
  indent: "\t",
};

function write(value: unknown, notation: Notation, depth: number): string {
  const { constants, list, map, indent } = notation;
  const enclose = ([open, close]: readonly [string, string], items: readonly string[]): string => {
    if (items.length === 0) return open + close;
    const lines = items.map((item) => `${indent.repeat(depth + 1)}${item},\n`);
    return `${open}\n${lines.join("")}${indent.repeat(depth)}${close}`;
  };
  if (Array.isArray(value))
    return enclose(
      list,
      value.map((element) => write(element, notation, depth + 1)),
    );
  if (isObject(value)) {
    const members = Object.entries(value);
    return enclose(
      map,
      members.map(([name, member]) => `${JSON.stringify(name)}: ${write(member, notation, depth + 1)}`),
    );
  }
  if (value === true || value === false || value === null) return constants[String(value) as keyof typeof constants];
  return JSON.stringify(value);
}

/** Claims that a program sets when it runs. */
const SET_AT_RUN: readonly string[] = ["iss", "exp", "nbf", "iat"];

function fixed(payload: Json): Json {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !SET_AT_RUN.includes(name)));
}

/** Returns the times as the program sets them: those that the claims name stay, and others count from now. */
function times(input: SampleInput, now: string): readonly (readonly [claim: string, value: string])[] {
  const { claims, payload, seconds } = input;
  return SET_AT_RUN.slice(1).flatMap((claim): [string, string][] => {
    if (typeof claims[claim] === "number") return [[claim, String(claims[claim])]];
    if (payload[claim] === undefined) return [];
    return [[claim, claim === "exp" ? `${now} + ${seconds}` : payload[claim] === 0 ? "0" : now]];
  });
}

function python(input: SampleInput): string {
  const set = times(input, "now").map(([claim, value]) => `claims["${claim}"] = ${value}\n`);
  return `import os
import time

import jwt  # pip install pyjwt

now = int(time.time())
claims = ${write(fixed(input.payload), PYTHON, 0)}
claims["iss"] = os.environ["LIVEKIT_API_KEY"]
${set.join("")}print(jwt.encode(claims, os.environ["LIVEKIT_API_SECRET"], algorithm="HS256"))
`;
}

function go(input: SampleInput): string {
  const set = times(input, "now").map(([claim, value]) => `\tclaims["${claim}"] = ${value}\n`);
  const usesNow = set.some((line) => line.includes("now"));
  return `package main

import (
	"fmt"
	"log"
	"os"
${usesNow ? '\t"time"\n' : ""}
	"github.com/golang-jwt/jwt/v5"
)

func main() {
${usesNow ? "\tnow := time.Now().Unix()\n" : ""}\tclaims := jwt.MapClaims${write(fixed(input.payload), GO, 1).slice("map[string]any".length)}
	claims["iss"] = os.Getenv("LIVEKIT_API_KEY")
${set.join("")}	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("LIVEKIT_API_SECRET")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}
`;
}
