import * as claims from "livekit-claims";
import * as permissions from "livekit-claims/permissions";
import { answerWith } from "./answer";

globalThis.answer = answerWith(claims, permissions);
