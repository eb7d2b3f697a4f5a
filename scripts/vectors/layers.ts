import type { Model } from "../model/model.js";
import { type Draft, finish } from "./draft.js";
import { algorithmDrafts } from "./form/algorithm.js";
import { encodingDrafts } from "./form/encoding.js";
import { headerIgnoredDrafts } from "./form/header-ignored.js";
import { partsDrafts } from "./form/parts.js";
import { payloadTextDrafts } from "./form/payload-text.js";
import { finishMint, type MintDraft } from "./mint/draft.js";
import { memberMintDrafts } from "./mint/members.js";
import { refusedDrafts } from "./mint/refused.js";
import { roomConfigMintDrafts } from "./mint/room-config.js";
import { secretDrafts } from "./mint/secrets.js";
import { writtenDrafts } from "./mint/written.js";
import { orderDrafts } from "./order.js";
import { faultDrafts } from "./room-config/faults.js";
import { kindDrafts } from "./room-config/kinds.js";
import { messageDrafts } from "./room-config/messages.js";
import { nullDrafts } from "./room-config/nulls.js";
import { spellingDrafts } from "./room-config/spellings.js";
import { grantDrafts } from "./schema/grants.js";
import { memberDrafts } from "./schema/members.js";
import { toleratedDrafts } from "./schema/tolerated.js";
import { typeDrafts } from "./schema/types.js";
import { hmacDrafts } from "./signature/hmac.js";
import { issuerDrafts } from "./signature/issuer.js";
import { signatureSpellingDrafts } from "./signature/spelling.js";
import { registeredDrafts } from "./time/registered.js";
import { timeDrafts } from "./time/times.js";
import type { MintVector, VerifyLayer, VerifyVector } from "./vector.js";

const VERIFY: Readonly<Record<VerifyLayer, (model: Model) => Draft[]>> = {
  form: () => [
    ...partsDrafts(),
    ...encodingDrafts(),
    ...payloadTextDrafts(),
    ...algorithmDrafts(),
    ...headerIgnoredDrafts(),
  ],
  signature: () => [...signatureSpellingDrafts(), ...hmacDrafts(), ...issuerDrafts()],
  time: () => [...timeDrafts(), ...registeredDrafts()],
  schema: (model) => [...memberDrafts(model), ...grantDrafts(), ...toleratedDrafts(), ...typeDrafts(model)],
  "room-config": (model) => [
    ...nullDrafts(),
    ...spellingDrafts(),
    ...messageDrafts(model),
    ...faultDrafts(),
    ...kindDrafts(model),
  ],
};

const MINT: readonly ((model: Model) => MintDraft[])[] = [
  ...[writtenDrafts, refusedDrafts, roomConfigMintDrafts, secretDrafts],
  memberMintDrafts,
];

export const VERIFY_LAYERS = Object.keys(VERIFY) as readonly VerifyLayer[];

/** Returns the vectors of a layer, in the order of the tables. */
export function verifyVectors(model: Model, layer: VerifyLayer): VerifyVector[] {
  const drafts = [...VERIFY[layer](model), ...orderDrafts(layer)];
  return drafts.map((draft) => finish(model, layer, draft));
}

/** Returns the vectors of minting, in the order of the tables. */
export function mintVectors(model: Model): MintVector[] {
  return MINT.flatMap((drafts) => drafts(model)).map((draft) => finishMint(model, draft));
}
