import { nearest } from "../../../issues/nearest.js";
import { foldName } from "../../../json/fold.js";
import type { Bundle } from "../../args/bundle-index.js";
import { UsageError } from "../../terminal/usage-error.js";

/** The wanted bundle. Undefined members are taken from the first bundle of the index. */
export interface Choice {
  /** The root, in any case and with any dashes, or the name of the file. */
  readonly name: string | undefined;
  readonly dialect: string | undefined;
  readonly flavour: string | undefined;
  readonly profile: string | undefined;
}

/** @throws UsageError naming what there is */
export function chooseBundle(bundles: readonly Bundle[], choice: Choice): Bundle {
  const { name } = choice;
  const byFile = bundles.find(({ file }) => file === name || file === `${name}.json`);
  if (byFile !== undefined) {
    const asked = (["dialect", "flavour", "profile"] as const).find((key) => choice[key] !== undefined);
    if (asked !== undefined) throw new UsageError(`--${asked}: the name of a file says it already`);
    return byFile;
  }
  let left = bundles;
  left = narrow(left, "NAME", "root", name);
  left = narrow(left, "--dialect", "dialect", choice.dialect);
  left = narrow(left, "--flavour", "flavour", choice.flavour);
  left = narrow(left, "--profile", "profile", choice.profile);
  return left[0] as Bundle;
}

function narrow(
  bundles: readonly Bundle[],
  asking: string,
  key: "root" | "dialect" | "flavour" | "profile",
  wanted: string | undefined,
): readonly Bundle[] {
  const known = [...new Set(bundles.map((bundle) => bundle[key]))].filter((value) => value !== null);
  if (wanted === undefined) return bundles.filter((bundle) => bundle[key] === bundles[0]?.[key]);
  const found = bundles.filter((bundle) => bundle[key] !== null && foldName(bundle[key]) === foldName(wanted));
  if (found.length > 0) return found;
  if (known.length === 0) throw new UsageError(`${asking}: ${bundles[0]?.flavour} are of no ${key}`);
  const suggestion = nearest(wanted, known);
  const meant = suggestion === undefined ? `it is one of ${known.join(", ")}` : `did you mean ${suggestion}?`;
  throw new UsageError(`${asking}: ${JSON.stringify(wanted)} is not there; ${meant}`);
}
