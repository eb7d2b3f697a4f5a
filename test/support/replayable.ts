import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { History } from "../../scripts/model/history/history.js";
import type { ReleaseModel } from "../../scripts/model/history/kinds.js";
import { HISTORY_FILE, parseHistory } from "../../scripts/model/history/text.js";
import { SCHEMA } from "./copies.js";

export const HISTORY_TEXT = readFileSync(join(SCHEMA, HISTORY_FILE), "utf8");
export const HISTORY: History = parseHistory(HISTORY_TEXT);

export const NOTHING: ReleaseModel = { claims: {}, messages: {}, members: {}, oneofs: {}, enums: {}, values: {} };
