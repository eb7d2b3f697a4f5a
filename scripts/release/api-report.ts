import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

/** An entry of the package that has types. */
export interface Entry {
  /** The path of its declarations, which are rolled up into one file. */
  readonly types: string;
  /** The file name of its report. */
  readonly report: string;
}

/** Returns the entries with types among the "exports" of a package.json. */
export function entriesOf(exports: Readonly<Record<string, unknown>>): Entry[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = declarations(target);
    if (types === undefined) return [];
    const name = ["livekit-claims", ...path.split("/").slice(1)].join("-");
    return [{ types, report: `${name}.api.md` }];
  });
}

/** Returns the first declarations among nested conditions, which are those of ES modules. */
function declarations(target: unknown): string | undefined {
  if (typeof target === "string") return target.endsWith(".d.ts") ? target : undefined;
  if (typeof target !== "object" || target === null) return undefined;
  return Object.values(target).reduce<string | undefined>((found, each) => found ?? declarations(each), undefined);
}

/**
 * Writes the report of an entry, or compares it with the existing report.
 *
 * @returns whether the report has changed
 */
export function apiReport(root: string, { types, report }: Entry, write: boolean): boolean {
  const silent = { logLevel: ExtractorLogLevel.None };
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(root, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      newlineKind: "lf",
      mainEntryPointFilePath: join(root, types),
      compiler: { overrideTsconfig: { compilerOptions: { target: "es2022", module: "nodenext", skipLibCheck: true } } },
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: join(root, "etc"),
        reportTempFolder: join(root, "node_modules", ".cache", "api-extractor"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // The compiler and review find errors in declarations, and this package has no release tags.
        compilerMessageReporting: { default: silent },
        extractorMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: write,
    // Hides the version of the compiler inside and the hint that a report changed.
    messageCallback: (message) => {
      message.logLevel = ExtractorLogLevel.None;
    },
  });
  return apiReportChanged;
}
