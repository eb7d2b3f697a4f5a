export type { Issue } from "./issues/issue.js";
export { type PredictOptions, predict } from "./lint/predict.js";
export { type Prediction, type TargetOptions, target } from "./targets/create-target.js";
export { targetNames } from "./targets/names.js";
export type { Target } from "./targets/target.js";
